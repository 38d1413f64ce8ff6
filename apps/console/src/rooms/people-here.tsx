import { useState } from 'preact/hooks';

import { userOf } from '../account/person.ts';
import type { App } from '../app.ts';
import { Icon } from '../controls/icon.tsx';
import type { Member } from './conversation.ts';
import { nameOf } from './names.ts';
import type { OpenRoom } from './open-room.ts';
import type { Addressee } from './outbox.ts';
import { roomWords } from './words.ts';

/** What the list of people is given. */
export interface PeopleHereProps {
  app: App;
  room: OpenRoom;
  setTo: (to: Addressee) => void;
}

/** Who is in the room: folded where there is little space. */
export function PeopleHere({ app, room, setTo }: PeopleHereProps) {
  const words = roomWords[app.language.value];
  const me = userOf(app.person)?.id;
  const { online, members } = room.conversation.value.people;
  const [open] = useState(() => matchMedia('(min-width: 60rem)').matches);
  const unlisted = online - members.length;
  /** Only users can write to one member, and only users are written to. */
  const mayHear = ({ id, kind }: Member): boolean =>
    me !== undefined && id !== me && (kind === 'user' || kind === 'admin');
  return (
    <details class="card people" open={open}>
      <summary>
        <Icon name="people" /> {words.people(online)}
      </summary>
      {members.length === 0 && <p class="quiet small">{words.alone}</p>}
      <ul>
        {members.map((member) => {
          const name = nameOf(member, words);
          const kind = member.id === me ? words.you : words.kinds[member.kind];
          return (
            <li key={member.id}>
              <span class="people-name">{name}</span>
              {kind !== '' && <span class="badge">{kind}</span>}
              {mayHear(member) && (
                <button
                  type="button"
                  class="plain"
                  aria-label={words.writeTo(name)}
                  title={words.writeTo(name)}
                  onClick={() => setTo({ id: member.id, name })}
                >
                  <Icon name="mail" />
                </button>
              )}
            </li>
          );
        })}
      </ul>
      {unlisted > 0 && <p class="quiet small">{words.unlisted(unlisted)}</p>}
    </details>
  );
}
