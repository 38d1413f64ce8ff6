import type { IncomingMessage } from 'node:http';

import { type AppError, appError } from '@jobwire/runtime';
import type { RequestHandler } from 'express';

/** Longest address of a request, in characters: what RFC 9110 §4.1 asks servers to take. */
const longestUrl = 8_000;

/** Header lines of a request. Browsers send about twenty; each costs work. */
const mostHeaders = 100;

/** Why a request is refused for its form alone; undefined when it is not. */
export function shapeProblemOf(request: IncomingMessage): AppError | undefined {
  if ((request.url ?? '').length > longestUrl) return appError('URI_TOO_LONG');
  if (request.rawHeaders.length > 2 * mostHeaders) {
    return appError('HEADERS_TOO_LARGE', { detail: `At most ${mostHeaders} headers` });
  }
  return undefined;
}

/** Refuse addresses that are too long and too many headers. */
export function requestShape(): RequestHandler {
  return (request, _response, next) => {
    const problem = shapeProblemOf(request);
    if (problem) throw problem;
    next();
  };
}
