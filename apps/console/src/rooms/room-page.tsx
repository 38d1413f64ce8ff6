import { useEffect, useState } from 'preact/hooks';

import { isOperator } from '../account/person.ts';
import type { App } from '../app.ts';
import { Icon } from '../controls/icon.tsx';
import { routeTo } from '../frame/route.ts';
import { Composer } from './composer.tsx';
import type { KeptRooms } from './kept-rooms.ts';
import { MessageLog } from './message-log.tsx';
import type { Addressee } from './outbox.ts';
import { PeopleHere } from './people-here.tsx';
import { roomProblem } from './room-problem.ts';
import { RoomRule } from './room-rule.tsx';
import { useRoom } from './use-room.ts';
import { roomWords } from './words.ts';

/** A room: what is said, who is here, and what one says oneself. */
export function RoomPage({ app, name, kept }: { app: App; name: string; kept: KeptRooms }) {
  const language = app.language.value;
  const words = roomWords[language];
  const { room, again } = useRoom(app, name);
  const [to, setTo] = useState<Addressee>();
  const lost = room?.lost.value;
  useEffect(() => kept.visited(name), [name]);
  return (
    <div class="room">
      <header class="row">
        <a class="button plain" href={routeTo('rooms')} aria-label={words.back} title={words.back}>
          <Icon name="back" />
        </a>
        <h1>{name}</h1>
        {room?.conversation.value.open === false && <span class="badge">{words.closed}</span>}
      </header>
      {lost !== undefined && (
        <div class="row">
          <p class="notice bad" role="alert">
            {roomProblem(lost, language)}
          </p>
          <button type="button" onClick={again}>
            {words.again}
          </button>
        </div>
      )}
      {room && lost === undefined && (
        <div class="room-body">
          <div class="room-talk card">
            <MessageLog app={app} room={room} />
            <Composer app={app} room={room} kept={kept} to={to} setTo={setTo} />
          </div>
          <div class="room-side stack">
            <PeopleHere app={app} room={room} setTo={setTo} />
            {isOperator(app.person) && <RoomRule app={app} room={room} />}
          </div>
        </div>
      )}
    </div>
  );
}
