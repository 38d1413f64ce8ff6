import type { RoomList as Page } from '@jobwire/client';
import { useEffect, useState } from 'preact/hooks';

import type { App } from '../app.ts';
import { problemText } from '../controls/problem-text.ts';
import { useAction } from '../controls/use-action.ts';
import { routeTo } from '../frame/route.ts';
import { roomWords } from './words.ts';

/** The rooms that exist, for administrators. */
export function RoomList({ app }: { app: App }) {
  const language = app.language.value;
  const words = roomWords[language];
  const [rooms, setRooms] = useState<Page['rooms']>([]);
  const [next, setNext] = useState<string | null>(null);
  const reading = useAction(async (after?: string) => {
    const page = await app.client.rooms(after === undefined ? {} : { after });
    setRooms((before) => (after === undefined ? page.rooms : [...before, ...page.rooms]));
    setNext(page.next);
  });
  useEffect(() => reading.run(), [app.client]);
  return (
    <section class="card stack tight">
      <h2>{words.existing}</h2>
      {reading.error !== undefined && (
        <p class="wrong" role="alert">
          {problemText(reading.error, language)}
        </p>
      )}
      <ul class="room-list">
        {rooms.map(({ room, open, online }) => (
          <li key={room} class="row apart">
            <a href={routeTo('rooms', room)}>{room}</a>
            <span class="row">
              {!open && <span class="badge">{words.closed}</span>}
              <span class="quiet small number">{words.here(online)}</span>
            </span>
          </li>
        ))}
      </ul>
      {next !== null && (
        <button type="button" disabled={reading.busy} onClick={() => reading.run(next)}>
          {words.more}
        </button>
      )}
    </section>
  );
}
