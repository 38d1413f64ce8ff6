import type { CallerKind } from '@jobwire/testing';

import type { Audience, RouteDoc } from '../route-doc.ts';

/** What a caller is told: `in` is any answer but these three, which say "who are you?", "not you" and "what is that?". */
export type Expectation = 'in' | 401 | 403 | 404;

/**
 * What the description of a route promises one kind of caller. A path with an `:id`, or a channel, names something
 * that belongs to somebody, here to the `owner`; without one the callers mean themselves.
 */
export function expectationFor(doc: RouteDoc, caller: CallerKind): Expectation {
  const has = (...who: Audience[]): boolean => who.some((one) => doc.audience.includes(one));
  const named = { ...doc.params?.shape, ...doc.query?.shape };
  const owned = (doc.params !== undefined && 'id' in doc.params.shape) || 'channel' in named || 'ch' in named;
  // A signature is what such a route asks for, whoever calls; here nobody brings one.
  if (doc.audience.every((who) => who === 'signed')) return 403;
  const refusal = has('ticket') ? 404 : 401;

  switch (caller) {
    case 'anonymous':
      return has('anyone') ? 'in' : refusal;
    case 'ticket':
      return has('anyone', 'ticket') ? 'in' : refusal;
    case 'other ticket':
      return has('anyone') ? 'in' : refusal;
    case 'revoked key':
    case 'ended session':
      // Where nobody's name matters, nobody's credential is read.
      return doc.audience.every((who) => who === 'anyone') ? 'in' : 401;
    case 'owner':
      return has('anyone', 'user', 'cookie') ? 'in' : 403;
    case 'other user':
      if (owned && has('user')) return 404;
      return has('anyone', 'user', 'cookie') ? 'in' : 403;
    case 'key':
    case 'narrow key':
      return forKey(doc, { has, owned, narrow: caller === 'narrow key' });
    case 'viewer':
    case 'operator':
      return forAdmin({ has, owned, operator: caller === 'operator' });
  }
}

type Has = (...who: Audience[]) => boolean;

function forKey(doc: RouteDoc, { has, owned, narrow }: { has: Has; owned: boolean; narrow: boolean }): Expectation {
  // A route that knows people by their names and not programs is for people.
  if (has('anyone') && (has('key') || !has('user'))) return 'in';
  if (has('key')) {
    if (owned) return 404;
    return narrow && doc.errors?.includes('JOB_NOT_ALLOWED') ? 403 : 'in';
  }
  return has('cookie') && !has('user') ? 401 : 403;
}

/** Administrators are people too, where a route does not tell the roles apart. */
function forAdmin({ has, owned, operator }: { has: Has; owned: boolean; operator: boolean }): Expectation {
  if (has('anyone', 'viewer') || (operator && has('operator'))) return 'in';
  if (has('operator')) return 403;
  return owned ? 404 : 'in';
}
