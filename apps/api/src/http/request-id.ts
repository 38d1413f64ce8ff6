import { uuidv7 } from '@jobwire/runtime';
import type { Request, RequestHandler, Response } from 'express';

import type { Trust } from './client-address.ts';

/** Addresses of this machine, as sockets name them. */
const loopback = /^(::1|(::ffff:)?127\.)/;

/**
 * Give every answer an `X-Request-Id`: the caller's own when it is plain and comes from a trusted proxy or from this
 * machine, else a new one. A stranger must not be able to write lines under somebody else's id into the log.
 */
export function requestId(trust: Trust): RequestHandler {
  return (request, response, next) => {
    const given = request.get('x-request-id');
    const plain = given !== undefined && /^[\w.-]{8,64}$/.test(given);
    response.set('X-Request-Id', plain && isTrustedCaller(request, trust) ? given : uuidv7());
    next();
  };
}

/** Whether what the direct caller says about a request's origin in the system is believed. */
export function isTrustedCaller(request: Request, trust: Trust): boolean {
  const address = request.socket.remoteAddress ?? '';
  return loopback.test(address) || trust(address, 0);
}

/** The id that `requestId` chose. */
export function requestIdOf(response: Response): string {
  return response.get('X-Request-Id') ?? '';
}

/** What ties an answer, its log lines and its trace together: the trace's id while tracing is on, else the request's. */
export function traceIdOf(response: Response): string {
  const { traceId } = response.locals;
  return typeof traceId === 'string' ? traceId : requestIdOf(response);
}
