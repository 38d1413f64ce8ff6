import { appError, type Emit } from '@jobwire/runtime';
import express, { type Express, type Router } from 'express';
import helmet from 'helmet';

import type { Trust } from './client-address.ts';
import { problemHandler } from './problem.ts';
import { requestId, requestIdOf } from './request-id.ts';
import { checkJson } from './strict-json.ts';

/** Largest JSON body, in bytes. */
export const jsonBodyLimit = 64 * 1024;

/**
 * Build the HTTP application: every router answers under `/` and under `/api/v1`.
 *
 * @param routers in the order in which they are asked
 * @param trust tells whose X-Forwarded headers are believed; nobody's unless it is given
 */
export function createApp(routers: readonly Router[], emit: Emit, trust: Trust = () => false): Express {
  const app = express();
  app.disable('x-powered-by');
  // `etag` is set by the routes that have one; a hash of every body would be work for nothing.
  app.disable('etag');
  app.set('query parser', 'simple');
  app.set('trust proxy', trust);
  // Routers do not tell case apart by default; a guard and what it guards must agree, or one spelling slips between them.
  app.set('case sensitive routing', false);
  app.use(requestId());
  app.use(timing(emit));
  app.use(helmet({ contentSecurityPolicy: { directives: { 'default-src': ["'none'"] } } }));
  // Two calls: in a list of paths, `/` would match nothing but itself.
  app.use('/api/v1', ...routers);
  app.use('/', ...routers);
  app.use(() => {
    throw appError('NOT_FOUND');
  });
  app.use(problemHandler(emit));
  return app;
}

/**
 * JSON bodies for the routes that take them, of `limit` bytes at most. Compressed ones are refused: what is this small gains nothing by it, and a few
 * bytes could become many. Of members with the same name the last counts (RFC 8259 §4 leaves that open).
 */
export const jsonBody = (limit = jsonBodyLimit): express.RequestHandler => {
  const parse = express.json({
    limit,
    strict: false,
    inflate: false,
    type: 'application/json',
    verify: (_request, _response, body, encoding) => checkJson(body, encoding),
  });
  return (request, response, next) => {
    if (!request.is('application/json')) {
      throw appError('UNSUPPORTED_MEDIA_TYPE', { detail: 'Send the body as application/json' });
    }
    // The parser would read a body to its end before it refuses it.
    if (Number(request.get('content-length')) > limit) throw appError('BODY_TOO_LARGE');
    parse(request, response, next);
  };
};

/** A request longer than this is reported, in milliseconds. */
const slowRequestMs = 1_000;

function timing(emit: Emit): express.RequestHandler {
  return (request, response, next) => {
    const started = performance.now();
    const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => express.Response;
    // The only moment at which the time is known and a header may still be set.
    response.writeHead = ((...args: unknown[]) => {
      if (!response.headersSent) response.set('Server-Timing', `app;dur=${(performance.now() - started).toFixed(1)}`);
      return writeHead(...args);
    }) as typeof response.writeHead;
    response.on('finish', () => {
      const durationMs = Math.round(performance.now() - started);
      const streamed = String(response.get('Content-Type')).startsWith('text/event-stream');
      emit(durationMs > slowRequestMs && !streamed ? 'request.slow' : 'request.finished', {
        traceId: requestIdOf(response),
        method: request.method,
        path: request.path,
        status: response.statusCode,
        durationMs,
      });
    });
    next();
  };
}
