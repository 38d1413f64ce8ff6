import type { Emit } from '@jobwire/runtime';
import type { Request, RequestHandler, Response } from 'express';

import { requestIdOf, traceIdOf } from './request-id.ts';

/** A request longer than this is reported, in milliseconds. */
const slowRequestMs = 1_000;

/**
 * Tell how long an answer took: `Server-Timing` for the caller, `request.finished` for the log and the metrics, or
 * `request.slow` when somebody has waited for it too long. Both carry the pattern of the route, never only its path.
 */
export function timing(emit: Emit): RequestHandler {
  return (request, response, next) => {
    const started = performance.now();
    const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => Response;
    // The only moment at which the time is known and a header may still be set.
    response.writeHead = ((...args: unknown[]) => {
      if (!response.headersSent) response.set('Server-Timing', `app;dur=${(performance.now() - started).toFixed(1)}`);
      return writeHead(...args);
    }) as typeof response.writeHead;
    response.on('finish', () => {
      const durationMs = Math.round((performance.now() - started) * 10) / 10;
      const streamed = String(response.get('Content-Type')).startsWith('text/event-stream');
      // Held because it was asked for, by `Prefer: wait`.
      const held = response.get('Preference-Applied') !== undefined;
      emit(durationMs > slowRequestMs && !streamed && !held ? 'request.slow' : 'request.finished', {
        traceId: traceIdOf(response),
        requestId: requestIdOf(response),
        method: request.method,
        path: pathOf(request),
        route: routeOf(request),
        status: response.statusCode,
        durationMs,
        ...(streamed ? { streamed } : {}),
      });
    });
    next();
  };
}

/** The pattern that a request was matched by; `none` when no route was, and one word for all pages of the board. */
export function routeOf(request: Request): string {
  if (/^\/admin\/queues(\/|$)/i.test(pathOf(request))) return '/admin/queues';
  const { path } = (request.route ?? {}) as { path?: unknown };
  return typeof path === 'string' ? path : 'none';
}

/** The path as it was asked for: Express leaves out what a router is mounted under. */
function pathOf({ originalUrl }: Request): string {
  const query = originalUrl.indexOf('?');
  return query < 0 ? originalUrl : originalUrl.slice(0, query);
}
