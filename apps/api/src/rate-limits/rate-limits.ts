import type { RateLimiter, RateRule } from '@jobwire/queue';
import { appError, type Config, type Emit, type KeyRing, type Rate, sign } from '@jobwire/runtime';
import { type Request, type RequestHandler, Router } from 'express';

import type { Gatekeeper } from '../auth/caller.ts';
import { type AddressOf, holderOf } from '../http/client-address.ts';
import { createHolderOfCaller } from './caller-holder.ts';
import type { Count, Limit } from './count.ts';
import { rateLimitHeaders, retryAfterSeconds } from './rate-limit-headers.ts';

/** What the limits work with. */
export interface RateLimitOptions {
  engine: { limiter(rule: RateRule): RateLimiter };
  /** Asked before the routes ask: it should look a caller up once. */
  gatekeeper: Pick<Gatekeeper, 'callerOf'>;
  addressOf: AddressOf;
  keys: KeyRing;
  config: Pick<
    Config,
    'RATE_LIMITS' | 'RATE_ACCOUNTS_PER_IP' | 'RATE_UPLOADS_PER_IP' | 'RATE_REQUESTS_PER_IP' | 'RATE_REQUESTS_PER_CALLER'
  >;
  emit: Emit;
}

/** Each has a count of its own, so that a browser that renews its session uses up nobody's sign-ins. */
const accountPaths = ['/register', '/sign-in', '/verify', '/refresh'];

/**
 * Limit how often routes are called. The routers that come before this one are free; a request that a rule refuses ends
 * with 429 before its body is read. A request is counted once, by the first rule that fits.
 */
export function rateLimits({ engine, gatekeeper, addressOf, keys, config, emit }: RateLimitOptions): Router {
  const router = Router();
  if (!config.RATE_LIMITS) return router;
  const limitOf = (name: string, { count, windowMs }: Rate): Limit => {
    const rule = { name, count, windowMs };
    return { rule, limiter: engine.limiter(rule) };
  };
  const key = keys('rate-limit');
  // The store learns who called only as far as it must to count them.
  const holderOfAddress = (request: Request): string => sign(key, holderOf(addressOf(request))).slice(0, 22);
  const accounts = limitOf('accounts', config.RATE_ACCOUNTS_PER_IP);
  const uploads = limitOf('uploads', config.RATE_UPLOADS_PER_IP);
  const countOfCaller = createHolderOfCaller({
    gatekeeper,
    holderOfAddress,
    perAddress: limitOf('requests', config.RATE_REQUESTS_PER_IP),
    perCaller: limitOf('caller', config.RATE_REQUESTS_PER_CALLER),
  });
  // The routers are asked twice, under /api/v1 and under /.
  const counted = new WeakSet<Request>();
  const limited = (countOf: (request: Request) => Count | Promise<Count>): RequestHandler => {
    return async (request, response, next) => {
      if (counted.has(request)) return next();
      counted.add(request);
      const { limit, holder, refused } = await countOf(request);
      const state = await limit.limiter.take(holder);
      response.set(rateLimitHeaders(limit.rule, state));
      if (state.allowed) return next();
      refused?.(state);
      emit('request.limited', { policy: limit.rule.name, path: request.path });
      throw appError('TOO_MANY_REQUESTS', { retryAfterSeconds: retryAfterSeconds(state) });
    };
  };

  for (const path of accountPaths) {
    router.post(
      path,
      limited((request) => ({ limit: accounts, holder: `${path}:${holderOfAddress(request)}` })),
    );
  }
  router.post(
    '/upload-image',
    limited((request) => ({ limit: uploads, holder: holderOfAddress(request) })),
  );
  router.use(limited(countOfCaller));
  return router;
}
