import { appError, type Config, type Emit } from '@jobwire/runtime';
import express, { type Express, type RequestHandler, type Router } from 'express';

import { createOriginCheck } from './allowed-origins.ts';
import { bodyDeadline } from './body-deadline.ts';
import type { Trust } from './client-address.ts';
import { compress } from './compress.ts';
import { crossOrigin } from './cors.ts';
import { allowedAddresses, type IpGate } from './ip-allowlist.ts';
import { limitPipelining } from './pipelining.ts';
import { problemHandler } from './problem.ts';
import { requestId } from './request-id.ts';
import { requestShape } from './request-shape.ts';
import { securityHeaders } from './security-headers.ts';
import { checkJson } from './strict-json.ts';
import { timing } from './timing.ts';

/** Largest JSON body, in bytes. */
export const jsonBodyLimit = 64 * 1024;

/** How the outside of an application is set; without it nobody is trusted, and no other origin is let in. */
export interface AppOptions {
  /** Tells whose X-Forwarded headers are believed. */
  trust?: Trust;
  config?: Pick<Config, 'NODE_ENV' | 'PUBLIC_URL' | 'CORS_ORIGINS'>;
  /** Who may come in at all. */
  mayEnter?: IpGate;
  /** Handlers that see every request first, e.g. to trace it. */
  first?: readonly RequestHandler[];
  /** For a body that is no upload, in milliseconds. */
  bodyMs?: number;
}

/** For a body that is no upload, in milliseconds: 64 KB need 20 KB/s at most. */
const bodyMs = 30_000;

/** Requests of one connection that are answered at a time. */
const mostPipelined = 16;

const closed: NonNullable<AppOptions['config']> = { NODE_ENV: 'test', PUBLIC_URL: '', CORS_ORIGINS: [] };

/**
 * Build the HTTP application: every router answers under `/` and under `/api/v1`.
 *
 * @param routers in the order in which they are asked
 */
export function createApp(routers: readonly Router[], emit: Emit, options: AppOptions = {}): Express {
  const { trust = () => false, config = closed, mayEnter = () => true, first = [] } = options;
  const app = express();
  app.disable('x-powered-by');
  // `etag` is set by the routes that have one; a hash of every body would be work for nothing.
  app.disable('etag');
  onlyVersionsAreFresh(app);
  app.set('query parser', 'simple');
  app.set('trust proxy', trust);
  // Routers do not tell case apart by default; a guard and what it guards must agree, or one spelling slips between them.
  app.set('case sensitive routing', false);
  app.use(requestId(trust), ...first, timing(emit));
  app.use(securityHeaders(config.PUBLIC_URL));
  app.use(requestShape(), allowedAddresses(mayEnter), limitPipelining(mostPipelined));
  app.use(crossOrigin(createOriginCheck(config)), compress(), bodyDeadline(options.bodyMs ?? bodyMs));
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
 * Express answers `If-None-Match: *` with 304 wherever it has an answer. Only what has a version can be known already
 * (RFC 9110 §13.1.2).
 */
function onlyVersionsAreFresh(app: Express): void {
  Object.defineProperty(app.request, 'fresh', {
    get(this: express.Request) {
      return this.res?.get('ETag') !== undefined && Reflect.get(express.request, 'fresh', this);
    },
  });
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
