import { appError } from '@jobwire/runtime';
import type { RequestHandler } from 'express';

import { endUnread } from './end-unread.ts';
import { sendProblem } from './problem.ts';
import { traceIdOf } from './request-id.ts';

/**
 * Give up on a body that does not arrive in time: 408, and the connection is cut. Uploads have a deadline of their own.
 *
 * @param withinMs for the whole body, in milliseconds
 */
export function bodyDeadline(withinMs: number): RequestHandler {
  return (request, response, next) => {
    if (!expectsBody(request.headers) || request.is('multipart/form-data')) return next();
    const timer = setTimeout(() => {
      if (request.complete) return;
      if (response.headersSent) return void request.socket.destroy();
      endUnread(request, response);
      sendProblem(response.set('Connection', 'close'), appError('REQUEST_TIMEOUT'), traceIdOf(response));
    }, withinMs);
    response.once('close', () => clearTimeout(timer));
    next();
  };
}

function expectsBody(headers: Readonly<Record<string, unknown>>): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}
