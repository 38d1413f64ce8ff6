import { isUnavailable } from '@jobwire/db';
import { AppError, appError, type Emit, errorCatalogue } from '@jobwire/runtime';
import type { ErrorRequestHandler, Response } from 'express';

import { problemPath } from '../problems/problem-slug.ts';
import { endUnread } from './end-unread.ts';
import { traceIdOf } from './request-id.ts';

/** The body of every error answer: RFC 9457 with `code`, `errors`, `retryable` and `traceId`. */
export function problemOf(error: AppError, traceId: string, instance?: string): Record<string, unknown> {
  const { status, title, retryable } = errorCatalogue[error.code];
  return {
    type: problemPath(error.code),
    title,
    status,
    code: error.code,
    ...(error.facts.detail === undefined ? {} : { detail: error.facts.detail }),
    ...(instance === undefined ? {} : { instance }),
    ...(error.facts.errors === undefined ? {} : { errors: error.facts.errors }),
    ...(error.facts.failure === undefined ? {} : { failure: error.facts.failure }),
    retryable,
    traceId,
  };
}

/** The border of HTTP: the one place where whatever was thrown becomes an answer. */
export function problemHandler(emit: Emit): ErrorRequestHandler {
  return (thrown: unknown, request, response, _next) => {
    const error = toAppError(thrown);
    const traceId = traceIdOf(response);
    if (error.code === 'INTERNAL') emit('request.failed', { traceId, path: request.path, error: error.facts.cause });
    if (error.code === 'UNAVAILABLE')
      emit('request.unavailable', { traceId, path: request.path, error: error.facts.cause });
    // Too late for an answer: a cut connection is the only way left to say that the body is not complete.
    if (response.headersSent) return void response.destroy();
    endUnread(request, response);
    sendProblem(response, error, traceId, request.originalUrl.split('?')[0]);
  };
}

/** Write an error answer. */
export function sendProblem(response: Response, error: AppError, traceId: string, instance?: string): void {
  if (error.facts.retryAfterSeconds !== undefined) response.set('Retry-After', String(error.facts.retryAfterSeconds));
  response
    .status(errorCatalogue[error.code].status)
    .set('Cache-Control', 'no-store')
    .type('application/problem+json')
    .send(JSON.stringify(problemOf(error, traceId, instance)));
}

/** Errors of body-parser by their `type` (expressjs/body-parser, README, "Errors"). */
const bodyErrors: Record<string, AppError['code']> = {
  'entity.parse.failed': 'BAD_JSON',
  'entity.too.large': 'BODY_TOO_LARGE',
  'parameters.too.many': 'BODY_TOO_LARGE',
  'encoding.unsupported': 'UNSUPPORTED_MEDIA_TYPE',
  'charset.unsupported': 'UNSUPPORTED_MEDIA_TYPE',
  'request.aborted': 'BAD_REQUEST',
  'request.size.invalid': 'BAD_REQUEST',
};

/** Read whatever was thrown as an error of the catalogue. */
export function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  const { type, status } = thrown as { type?: unknown; status?: unknown };
  const code = typeof type === 'string' ? bodyErrors[type] : undefined;
  if (code) return appError(code, { cause: thrown });
  if (isUnavailable(thrown)) return appError('UNAVAILABLE', { retryAfterSeconds: 2, cause: thrown });
  if (thrown instanceof URIError) return appError('BAD_REQUEST', { detail: 'The path is not valid percent-encoding' });
  // What libraries of Express blame on the client, e.g. a body that is not compressed as it says.
  if (typeof status === 'number' && status >= 400 && status < 500) return appError('BAD_REQUEST', { cause: thrown });
  return appError('INTERNAL', { cause: thrown });
}
