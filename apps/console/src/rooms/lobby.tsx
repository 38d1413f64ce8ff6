import { isRoomName } from '@jobwire/client';
import { useState } from 'preact/hooks';

import { isAdmin, isOperator } from '../account/person.ts';
import type { App } from '../app.ts';
import { BroadcastForm } from '../broadcast/broadcast-form.tsx';
import { Field } from '../controls/field.tsx';
import { textOf } from '../controls/text-of.ts';
import { routeTo } from '../frame/route.ts';
import type { KeptRooms } from './kept-rooms.ts';
import { RoomList } from './room-list.tsx';
import { roomWords } from './words.ts';

/** The way into rooms: by name, where one was before, and for administrators all that there are. */
export function Lobby({ app, kept, asked }: { app: App; kept: KeptRooms; asked: string | undefined }) {
  const words = roomWords[app.language.value];
  const [wrong, setWrong] = useState(asked !== undefined);
  const recent = kept.recent();
  return (
    <div class="stack">
      <div>
        <h1>{words.title}</h1>
        <p class="quiet">{words.about}</p>
      </div>
      <div class="columns">
        <div class="stack">
          <form
            class="card stack"
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              const name = textOf(event.currentTarget, 'room').normalize('NFC');
              setWrong(!isRoomName(name));
              if (isRoomName(name)) location.hash = routeTo('rooms', name);
            }}
          >
            <Field
              label={words.name}
              name="room"
              autocomplete="off"
              placeholder="lobby"
              value={asked}
              maxLength={64}
              {...(wrong ? { wrong: words.nameRule } : { hint: words.nameRule })}
            />
            <button type="submit" class="primary">
              {words.enter}
            </button>
          </form>
          {isOperator(app.person) && <BroadcastForm app={app} />}
        </div>
        <div class="stack">
          {recent.length > 0 && (
            <section class="card stack tight">
              <h2>{words.recent}</h2>
              <ul class="room-list">
                {recent.map((room) => (
                  <li key={room}>
                    <a href={routeTo('rooms', room)}>{room}</a>
                  </li>
                ))}
              </ul>
            </section>
          )}
          {isAdmin(app.person) && <RoomList app={app} />}
        </div>
      </div>
    </div>
  );
}
