import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';

import type { App } from '../app.ts';
import { frameWords } from './words.ts';

/** A page whose script comes when somebody opens it: those who never do need not load it. */
export function LazyPage({ app, load }: { app: App; load: () => Promise<FunctionComponent<{ app: App }>> }) {
  const words = frameWords[app.language.value];
  const [loaded, setLoaded] = useState<{ Page: FunctionComponent<{ app: App }> } | 'failed'>();
  useEffect(() => {
    let wanted = true;
    const set = (next: NonNullable<typeof loaded>): void => {
      if (wanted) setLoaded(next);
    };
    load().then(
      (Page) => set({ Page }),
      () => set('failed'),
    );
    return () => {
      wanted = false;
    };
  }, [load]);
  if (loaded === undefined) return <p role="status">{words.loading}</p>;
  if (loaded !== 'failed') return <loaded.Page app={app} />;
  return (
    <div class="stack">
      <p role="alert">{words.unloaded}</p>
      <div>
        {/* Browsers remember that a script could not be had, and after an update it has another name. */}
        <button type="button" onClick={() => window.location.reload()}>
          {words.reload}
        </button>
      </div>
    </div>
  );
}
