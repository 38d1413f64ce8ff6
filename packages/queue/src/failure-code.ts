import type { Facts } from '@jobwire/runtime';

/** The code of the error that an event tells of; `ERROR` when it has none. */
export function failureCodeOf({ error }: Facts): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : 'ERROR';
}
