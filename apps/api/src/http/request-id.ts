import { uuidv7 } from '@jobwire/runtime';
import type { RequestHandler, Response } from 'express';

/** Give every answer an `X-Request-Id`: the caller's own if it is plain, else a new one. */
export function requestId(): RequestHandler {
  return (request, response, next) => {
    const given = request.get('x-request-id');
    response.set('X-Request-Id', given && /^[\w.-]{8,64}$/.test(given) ? given : uuidv7());
    next();
  };
}

/** The id that `requestId` chose. */
export function requestIdOf(response: Response): string {
  return response.get('X-Request-Id') ?? '';
}
