import { isRoomName } from '@jobwire/client';

import { userOf } from '../account/person.ts';
import type { App } from '../app.ts';
import { useTitle } from '../controls/use-title.ts';
import { routeTo } from '../frame/route.ts';
import { createKeptRooms } from './kept-rooms.ts';
import { Lobby } from './lobby.tsx';
import { RoomPage } from './room-page.tsx';
import { roomWords } from './words.ts';

/** Rooms: the way in, or the one that the address names. */
export function RoomsPage({ app }: { app: App }) {
  const words = roomWords[app.language.value];
  const asked = app.route.value.id?.normalize('NFC');
  const room = asked !== undefined && isRoomName(asked) ? asked : undefined;
  useTitle(room ?? words.title);
  if (app.person.kind === 'stranger' && !app.settings.strangers) {
    return (
      <div class="stack narrow">
        <h1>{room ?? words.title}</h1>
        <p>{words.signIn.text}</p>
        <div>
          <a class="button primary" href={routeTo('account')}>
            {words.signIn.way}
          </a>
        </div>
      </div>
    );
  }
  const kept = createKeptRooms(localStorage, userOf(app.person)?.id ?? app.person.kind);
  if (room === undefined) return <Lobby app={app} kept={kept} asked={asked} />;
  return <RoomPage key={room} app={app} name={room} kept={kept} />;
}
