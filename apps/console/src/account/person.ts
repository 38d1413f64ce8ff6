import type { User } from '@jobwire/client';

/** Who looks at the console. */
export type Person =
  | { kind: 'stranger' }
  | { kind: 'user'; user: User }
  /** By the one-time link that a start prints: an operator without an account. */
  | { kind: 'link' };

/** May see queues and everybody's jobs. */
export function isAdmin(person: Person): boolean {
  return person.kind === 'link' || (person.kind === 'user' && person.user.role !== 'user');
}

/** May change queues and everybody's jobs. */
export function isOperator(person: Person): boolean {
  return person.kind === 'link' || (person.kind === 'user' && person.user.role === 'operator');
}

/** Has an account: notifications, a name in rooms. */
export function userOf(person: Person): User | undefined {
  return person.kind === 'user' ? person.user : undefined;
}
