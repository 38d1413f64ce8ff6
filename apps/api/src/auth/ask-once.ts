import type { Request } from 'express';

import type { Caller, Gatekeeper } from './caller.ts';

/** Let a gatekeeper look up the caller of a request once: the rate limits ask before the route does. */
export function askOnce(gatekeeper: Gatekeeper): Gatekeeper {
  const answers = new WeakMap<Request, Promise<Caller>>();
  return {
    ...gatekeeper,
    callerOf(request) {
      const known = answers.get(request);
      if (known) return known;
      const answer = gatekeeper.callerOf(request);
      answers.set(request, answer);
      return answer;
    },
  };
}
