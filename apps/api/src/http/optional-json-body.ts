import type { Request, RequestHandler } from 'express';

import { jsonBody } from './app.ts';

/** A JSON body for routes that do without one as well: then it is `{}`. */
export function optionalJsonBody(): RequestHandler {
  const parse = jsonBody();
  return (request, response, next) => {
    if (hasBody(request)) return parse(request, response, next);
    request.body = {};
    next();
  };
}

/** RFC 9112 §6.3: without one of these headers a request has no body. */
function hasBody(request: Request): boolean {
  return request.get('transfer-encoding') !== undefined || Number(request.get('content-length') ?? 0) > 0;
}
