import type { App } from '../app.ts';
import { operatorsWords } from './words.ts';

/** What else operators look at; only what is open to them. */
export function Links({ app }: { app: App }) {
  const words = operatorsWords[app.language.value].links;
  const links = [
    ['/admin/queues', words.board],
    ['/docs', words.docs],
    ['/asyncapi.json', words.socket],
    ...(app.settings.metrics ? [['/metrics', words.metrics]] : []),
  ];
  return (
    <nav class="card stack" aria-labelledby="links">
      <h2 id="links">{words.title}</h2>
      <ul class="row">
        {links.map(([href, label]) => (
          <li key={href}>
            <a class="button" href={href} target="_blank" rel="noopener">
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
