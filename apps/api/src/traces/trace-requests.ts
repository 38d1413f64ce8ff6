import type { Tracer } from '@jobwire/runtime';
import type { RequestHandler, Response } from 'express';

import type { Trust } from '../http/client-address.ts';
import { isTrustedCaller } from '../http/request-id.ts';
import { routeOf } from '../http/timing.ts';

/** What machines ask every few seconds would bury what people ask. */
const quiet = /^(\/api\/v1)?\/(livez|readyz|health|metrics)\/?$/i;

/** Make a span of every request. It continues the trace of a trusted proxy or of a program on this machine. */
export function traceRequests(tracer: Tracer, trust: Trust): RequestHandler {
  return (request, response, next) => {
    if (quiet.test(request.path)) return next();
    const span = tracer.start({
      name: request.method,
      kind: 'server',
      parent: isTrustedCaller(request, trust) ? request.get('traceparent') : undefined,
      attributes: { 'http.request.method': request.method },
    });
    response.locals['traceId'] = span.traceId;
    response.locals['traceContext'] = span.context;
    response.once('close', () => {
      const route = routeOf(request);
      const { statusCode } = response;
      span.end({
        name: `${request.method} ${route}`,
        attributes: { 'http.route': route, 'http.response.status_code': statusCode },
        failure: statusCode >= 500 ? String(statusCode) : undefined,
      });
    });
    next();
  };
}

/** What a job that is made for this answer carries, so that its spans continue the request's; nothing while tracing is off. */
export function traceOf(response: Response): { traceContext?: string } {
  const { traceContext } = response.locals;
  return typeof traceContext === 'string' ? { traceContext } : {};
}
