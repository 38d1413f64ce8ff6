import type { Session } from '@jobwire/client';
import { useEffect, useState } from 'preact/hooks';

import type { App } from '../app.ts';
import { problemText } from '../controls/problem-text.ts';
import { useAction } from '../controls/use-action.ts';
import { timeText } from '../language/time.ts';
import { accountPageWords } from './account-words.ts';
import { deviceOf } from './device.ts';

/** Where somebody is signed in; each of them can be ended from here. */
export function Sessions({ app }: { app: App }) {
  const language = app.language.value;
  const words = accountPageWords[language].sessions;
  const [sessions, setSessions] = useState<readonly Session[]>([]);
  const reading = useAction(async () => setSessions(await app.client.sessions({ signal: app.signal })));
  const ending = useAction(async ({ id, current }: Session) => {
    // Its own session ends as by the menu.
    if (current) return app.signOut();
    await app.client.endSession(id);
    setSessions((before) => before.filter((session) => session.id !== id));
    app.announcer.say(words.ended);
  });
  useEffect(() => reading.run(), [app]);
  const error = ending.error ?? reading.error;
  return (
    <section class="card stack tight" aria-labelledby="sessions">
      <h2 id="sessions">{words.title}</h2>
      <ul class="sessions">
        {sessions.map((session) => {
          const device = deviceOf(session.userAgent) ?? words.unknown;
          return (
            <li key={session.id} class="row apart">
              <div>
                <p class="row">
                  <strong title={session.userAgent ?? undefined}>{device}</strong>
                  {session.current && <span class="badge accent">{words.here}</span>}
                </p>
                <p class="quiet small number">
                  {words.used(timeText(session.lastUsedAt, language))} ·{' '}
                  {words.ends(timeText(session.expiresAt, language))}
                </p>
              </div>
              <button
                type="button"
                aria-label={words.endOf(session.current ? words.here : device)}
                disabled={ending.busy}
                onClick={() => ending.run(session)}
              >
                {words.end}
              </button>
            </li>
          );
        })}
      </ul>
      {error !== undefined && (
        <p class="notice bad" role="alert">
          {problemText(error, language)}
        </p>
      )}
    </section>
  );
}
