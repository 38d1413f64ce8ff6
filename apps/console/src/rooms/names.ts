import type { Member } from './conversation.ts';
import type { RoomWords } from './words.ts';

/** What somebody is called; those without a name by what they are. */
export function nameOf({ name, kind }: Member, words: Pick<RoomWords, 'nameless'>): string {
  return name ?? words.nameless[kind];
}

/** Several people in few words: `Ada and 2 others`. */
export function namesOf(members: readonly Member[], words: Pick<RoomWords, 'nameless' | 'who'>): string {
  const [first = '', second] = members.map((member) => nameOf(member, words));
  return words.who(first, second, members.length - 1);
}
