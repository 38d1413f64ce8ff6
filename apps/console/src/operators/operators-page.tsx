import { isAdmin } from '../account/person.ts';
import type { App } from '../app.ts';
import { useTitle } from '../controls/use-title.ts';
import { routeTo } from '../frame/route.ts';
import { Dashboard } from './dashboard.tsx';
import { operatorsWords } from './words.ts';

/** What operators look at. Others are told so, and nothing is asked of the server that it would refuse. */
export function OperatorsPage({ app }: { app: App }) {
  const words = operatorsWords[app.language.value];
  useTitle(words.title);
  if (isAdmin(app.person)) return <Dashboard app={app} />;
  const stranger = app.person.kind === 'stranger';
  return (
    <div class="stack">
      <h1>{words.title}</h1>
      <p>{stranger ? words.closed.stranger : words.closed.user}</p>
      {stranger && (
        <div>
          <a class="button primary" href={routeTo('account')}>
            {words.closed.signIn}
          </a>
        </div>
      )}
    </div>
  );
}
