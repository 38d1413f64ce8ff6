import type { Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

import { type Emit, type ErrorCode, appError } from '@jobwire/runtime';

import { answerRaw } from './raw-answer.ts';

/** What Node's errors mean for the client (nodejs.org, http, "Event: 'clientError'"); everything else is a 400. */
const codes: Readonly<Record<string, ErrorCode>> = {
  HPE_HEADER_OVERFLOW: 'HEADERS_TOO_LARGE',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'BODY_TOO_LARGE',
  ERR_HTTP_REQUEST_TIMEOUT: 'REQUEST_TIMEOUT',
};

/**
 * Answer what is not HTTP, or does not arrive in time, like every other error. The connection always ends: nobody knows
 * where in it the next request would begin (request smuggling).
 */
export function answerBrokenRequests(server: Server, emit: Emit): void {
  const responses = new WeakMap<Duplex, ServerResponse>();
  server.on('request', (request, response) => responses.set(request.socket, response));
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const code = codes[error.code ?? ''] ?? 'BAD_REQUEST';
    emit('request.broken', { code, reason: error.code });
    const response = responses.get(socket);
    const begun = response?.headersSent === true && !response.writableFinished;
    // An answer that has begun cannot be followed by another one.
    if (!socket.writable || begun) return void socket.destroy();
    answerRaw(socket, appError(code));
  });
}
