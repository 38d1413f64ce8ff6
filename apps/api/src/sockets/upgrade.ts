import type { IncomingMessage } from 'node:http';

import { subprotocol } from '@jobwire/realtime';
import { type AppError, appError } from '@jobwire/runtime';

import type { OriginCheck } from '../http/allowed-origins.ts';
import { shapeProblemOf } from '../http/request-shape.ts';

const paths = new Set(['/ws', '/api/v1/ws']);

/** Why a request may not become a socket; undefined when it may. Caps are counted elsewhere. */
export function refusalOf(request: IncomingMessage, mayOpen: OriginCheck): AppError | undefined {
  const misshapen = shapeProblemOf(request);
  if (misshapen) return misshapen;
  const [path = '', query] = (request.url ?? '').split('?');
  if (!paths.has(path)) return appError('NOT_FOUND');
  if (request.method !== 'GET') return appError('METHOD_NOT_ALLOWED');
  const { origin } = request.headers;
  // Other programs than browsers send none.
  if (origin !== undefined && !mayOpen(origin)) {
    return appError('FORBIDDEN', { detail: 'Pages of this origin may not connect' });
  }
  const given = new URLSearchParams(query);
  if (['token', 'access_token', 'ticket'].some((name) => given.has(name))) {
    return appError('BAD_REQUEST', { detail: 'Send tokens and tickets in frames: addresses end up in logs' });
  }
  const offered = request.headers['sec-websocket-protocol'];
  if (offered !== undefined && !offered.split(',').some((name) => name.trim() === subprotocol)) {
    return appError('BAD_REQUEST', { detail: `The subprotocol is ${subprotocol}` });
  }
  return undefined;
}
