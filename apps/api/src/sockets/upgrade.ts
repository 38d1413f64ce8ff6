import type { IncomingMessage } from 'node:http';
import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';

import { subprotocol } from '@jobwire/realtime';
import { type AppError, appError, errorCatalogue, uuidv7 } from '@jobwire/runtime';

import { problemOf } from '../http/problem.ts';
import type { SocketConfig } from './socket-limits.ts';

const paths = new Set(['/ws', '/api/v1/ws']);
const localHosts = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Tell whether a page of this origin may open a socket. Other programs than browsers send none. */
export type OriginCheck = (origin: string | undefined) => boolean;

/** Make the check: PUBLIC_URL's origin, CORS_ORIGINS, and in development every page of this machine. */
export function createOriginCheck(config: SocketConfig): OriginCheck {
  const allowed = new Set(
    [config.PUBLIC_URL, ...config.CORS_ORIGINS]
      .filter((text) => URL.canParse(text))
      .map((text) => new URL(text).origin),
  );
  return (origin) => {
    if (origin === undefined) return true;
    if (!URL.canParse(origin)) return false;
    const { origin: canonical, hostname } = new URL(origin);
    return allowed.has(canonical) || (config.NODE_ENV === 'development' && localHosts.has(hostname));
  };
}

/** Why a request may not become a socket; undefined when it may. Caps are counted elsewhere. */
export function refusalOf(request: IncomingMessage, mayOpen: OriginCheck): AppError | undefined {
  const [path = '', query] = (request.url ?? '').split('?');
  if (!paths.has(path)) return appError('NOT_FOUND');
  if (request.method !== 'GET') return appError('METHOD_NOT_ALLOWED');
  if (!mayOpen(request.headers.origin))
    return appError('FORBIDDEN', { detail: 'Pages of this origin may not connect' });
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

/** Answer a request that does not become a socket, and close its connection. */
export function refuse(socket: Duplex, error: AppError): void {
  const { status } = errorCatalogue[error.code];
  const body = JSON.stringify(problemOf(error, uuidv7(), '/ws'));
  const wait = error.facts.retryAfterSeconds;
  // The peer may be gone already; there is nobody to tell.
  socket.on('error', () => socket.destroy());
  socket.once('finish', () => socket.destroy());
  socket.end(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      'Connection: close',
      'Content-Type: application/problem+json',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Cache-Control: no-store',
      ...(wait === undefined ? [] : [`Retry-After: ${Math.ceil(wait)}`]),
      '',
      body,
    ].join('\r\n'),
  );
}
