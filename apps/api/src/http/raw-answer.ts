import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';

import { type AppError, errorCatalogue, uuidv7 } from '@jobwire/runtime';

import { problemOf } from './problem.ts';

/** What an answer depends on besides the error. */
export interface RawAnswer {
  instance?: string;
  /** That of the request: the answer to HEAD has no body. */
  method?: string | undefined;
  headers?: Readonly<Record<string, string>>;
}

/** Answer with an error where there is no response object to write to, and close the connection. */
export function answerRaw(socket: Duplex, error: AppError, { instance, method, headers = {} }: RawAnswer = {}): void {
  const { status } = errorCatalogue[error.code];
  const body = JSON.stringify(problemOf(error, uuidv7(), instance));
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
      'X-Content-Type-Options: nosniff',
      ...(wait === undefined ? [] : [`Retry-After: ${Math.ceil(wait)}`]),
      ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
      '',
      method === 'HEAD' ? '' : body,
    ].join('\r\n'),
  );
}
