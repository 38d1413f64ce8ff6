import { useEffect, useState } from 'preact/hooks';

import type { App } from '../app.ts';
import { problemText } from '../controls/problem-text.ts';
import { useTitle } from '../controls/use-title.ts';
import { routeTo } from '../frame/route.ts';
import { JobView } from './job-view.tsx';
import { jobWords } from './job-words.ts';
import { findWayIn, type WayIn } from './way-in.ts';

/** The page of one job: found first, and watched then. */
export function JobPage({ app, id }: { app: App; id: string }) {
  const words = jobWords[app.language.value];
  const [way, setWay] = useState<WayIn | 'looking' | 'none'>('looking');
  const [failure, setFailure] = useState<unknown>();
  // A job that is begun again is watched anew, from its first event on.
  const [round, setRound] = useState(0);
  useEffect(() => {
    let gone = false;
    setFailure(undefined);
    findWayIn(app, id).then(
      (found) => gone || setWay(found ?? 'none'),
      (error: unknown) => gone || setFailure(error),
    );
    return () => {
      gone = true;
    };
  }, [app, id]);
  return (
    <div class="stack">
      <nav>
        <a href={routeTo('jobs')}>← {words.back}</a>
      </nav>
      {failure !== undefined && (
        <p class="notice bad" role="alert">
          {problemText(failure, app.language.value)}
        </p>
      )}
      {way === 'looking' && failure === undefined && (
        <p class="jobs-placeholder" role="status">
          {words.opening}
        </p>
      )}
      {way === 'none' && <NoJob app={app} />}
      {typeof way === 'object' && (
        <JobView
          key={round}
          app={app}
          id={id}
          way={way}
          begun={() => setRound(round + 1)}
          gone={() => setWay('none')}
        />
      )}
    </div>
  );
}

function NoJob({ app }: { app: App }) {
  const { gone } = jobWords[app.language.value];
  useTitle(gone.title);
  return (
    <div class="empty stack">
      <h1>{gone.title}</h1>
      <p>{gone.about}</p>
      {app.person.kind === 'stranger' && (
        <p>
          <a href={routeTo('account')}>{gone.stranger}</a>
        </p>
      )}
    </div>
  );
}
