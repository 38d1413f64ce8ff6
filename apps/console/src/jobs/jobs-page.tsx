import type { App } from '../app.ts';
import { useTitle } from '../controls/use-title.ts';
import { routeTo } from '../frame/route.ts';
import { JobPage } from './job-page.tsx';
import { KeptList } from './kept-list.tsx';
import { OwnList } from './own-list.tsx';
import { listWords } from './words.ts';

/** Jobs, or one of them. */
export function JobsPage({ app }: { app: App }) {
  const { id } = app.route.value;
  return id === undefined ? <Jobs app={app} /> : <JobPage key={id} app={app} id={id} />;
}

function Jobs({ app }: { app: App }) {
  const words = listWords[app.language.value];
  useTitle(words.title);
  if (app.person.kind !== 'stranger') {
    return (
      <div class="columns aside">
        <OwnList app={app} />
        <KeptList app={app} />
      </div>
    );
  }
  return (
    <div class="stack">
      <h1>{words.title}</h1>
      <p class="notice row apart">
        <span>{words.stranger}</span>
        <a class="button" href={routeTo('account')}>
          {words.signIn}
        </a>
      </p>
      <KeptList app={app} />
    </div>
  );
}
