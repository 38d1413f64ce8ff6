import { useEffect, useState } from 'preact/hooks';

import type { App } from '../app.ts';
import { Icon } from '../controls/icon.tsx';
import { timeText } from '../language/time.ts';
import { type Announcement, announcementAfter, newsMs, shownOf } from './broadcast.ts';
import { broadcastWords } from './words.ts';

const place = 'jobwire.dismissed';

/** What everybody is told: the newest of the last hour, until it is put away. */
export function BroadcastBanner({ app }: { app: App }) {
  const language = app.language.value;
  const words = broadcastWords[language];
  const [newest, setNewest] = useState<Announcement>();
  const [dismissed, setDismissed] = useState(() => Number(localStorage.getItem(place) ?? 0));
  const [now, setNow] = useState(Date.now);
  const hears = app.person.kind !== 'stranger' || app.settings.strangers;
  useEffect(() => {
    if (!hears) return undefined;
    const ends = new AbortController();
    const take = (item: Parameters<typeof announcementAfter>[1]): void => {
      setNewest((before) => announcementAfter(before, item));
      setNow(Date.now());
    };
    app.client
      .broadcast({ signal: ends.signal })
      .on({ snapshot: take, message: take, error: () => setNewest(undefined) });
    return () => ends.abort();
  }, [app.client, hears]);
  useEffect(() => {
    if (!newest) return undefined;
    const timer = setTimeout(() => setNow(Date.now()), Math.max(0, newest.at + newsMs - Date.now()) + 1_000);
    return () => clearTimeout(timer);
  }, [newest]);
  const shown = shownOf(newest, { dismissed, now });
  return (
    <div role="status">
      {shown && (
        <div class="broadcast">
          <p>
            <strong>{words.label}</strong> {shown.text}{' '}
            <time class="small number" dateTime={new Date(shown.at).toISOString()}>
              {timeText(shown.at, language)}
            </time>
          </p>
          <button
            type="button"
            class="plain"
            aria-label={words.dismiss}
            title={words.dismiss}
            onClick={() => {
              localStorage.setItem(place, String(shown.seq));
              setDismissed(shown.seq);
            }}
          >
            <Icon name="cross" />
          </button>
        </div>
      )}
    </div>
  );
}
