import type { Member } from '@jobwire/protocol';

import type { PresenceChange } from '../watch/watched-channel.ts';
import type { People } from './room-item.ts';

/** Who is here after some came and some left. */
export function afterChange(people: People, { online, joined, left }: PresenceChange): People {
  const gone = new Set([...left, ...joined].map(({ id }) => id));
  return { online, members: [...people.members.filter(({ id }) => !gone.has(id)), ...joined] };
}

/** What has changed between two lists that were read. */
export function changeBetween(before: People, now: People): PresenceChange {
  return { online: now.online, joined: missingIn(before, now.members), left: missingIn(now, before.members) };
}

function missingIn({ members }: People, all: readonly Member[]): Member[] {
  const known = new Set(members.map(({ id }) => id));
  return all.filter(({ id }) => !known.has(id));
}
