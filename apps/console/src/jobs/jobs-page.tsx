import type { App } from '../app.ts';
import { routeTo } from '../frame/route.ts';

/** The jobs of this browser. */
export function JobsPage({ app }: { app: App }) {
  return (
    <ul class="stack">
      {app.kept.all.value.map(({ id, title }) => (
        <li key={id}>
          <a href={routeTo('jobs', id)}>{title}</a>
        </li>
      ))}
    </ul>
  );
}
