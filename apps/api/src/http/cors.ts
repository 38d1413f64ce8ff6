import { appError } from '@jobwire/runtime';
import cors from 'cors';
import type { Request, RequestHandler } from 'express';

import type { OriginCheck } from './allowed-origins.ts';

/** What pages of other origins may read beside the body. */
const exposedHeaders = [
  'ETag',
  'Location',
  'Link',
  'Retry-After',
  'RateLimit',
  'RateLimit-Policy',
  'X-Request-Id',
  'Idempotency-Key',
  'Idempotency-Replayed',
  'Idempotency-Expires',
  'Preference-Applied',
  'Server-Timing',
];

/** What they may send; a browser asks before it sends any of these but the last. */
const allowedHeaders = [
  'Authorization',
  'Content-Type',
  'Idempotency-Key',
  'If-Match',
  'If-None-Match',
  'Last-Event-ID',
  'Prefer',
  'X-Request-Id',
  'traceparent',
  'tracestate',
  'Accept-Language',
];

/** How long a browser remembers the answer to its question, in seconds; longer than this Chromium does not. */
const preflightSeconds = 7_200;

/**
 * Let pages of the allowed origins read answers (Fetch, "CORS protocol"), with the session cookie for those routes that
 * take it. Everybody else is answered without a grant, and their question before a request with 403. Administrators' pages
 * are for this origin alone.
 */
export function crossOrigin(mayRead: OriginCheck): RequestHandler {
  const grant = cors({
    // The middleware is reached by allowed origins only, and names the one that asked.
    origin: true,
    credentials: true,
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    allowedHeaders,
    exposedHeaders,
    maxAge: preflightSeconds,
  });
  return (request, response, next) => {
    response.vary('Origin');
    const origin = request.get('origin');
    if (origin === undefined || isAdminPage(request)) return next();
    if (mayRead(origin)) return grant(request, response, next);
    if (request.method === 'OPTIONS' && request.get('access-control-request-method') !== undefined) {
      throw appError('FORBIDDEN', { detail: 'Pages of this origin may not call the API' });
    }
    next();
  };
}

function isAdminPage(request: Request): boolean {
  return /^\/+admin(\/|$)/i.test(request.path);
}
