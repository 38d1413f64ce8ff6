import type { RateRule, RateState } from '@jobwire/queue';

/**
 * What an answer tells of the rule that counted its request: `"accounts";q=20;w=60` and `"accounts";r=19;t=53`, in seconds
 * (draft-ietf-httpapi-ratelimit-headers-11).
 */
export function rateLimitHeaders({ name, count, windowMs }: RateRule, state: RateState): Record<string, string> {
  return {
    'RateLimit-Policy': `"${name}";q=${count};w=${windowMs / 1_000}`,
    RateLimit: `"${name}";r=${state.remaining};t=${Math.ceil(state.resetMs / 1_000)}`,
  };
}

/** When it makes sense to come back, in seconds; never at once. */
export function retryAfterSeconds({ resetMs }: Pick<RateState, 'resetMs'>): number {
  return Math.max(1, Math.ceil(resetMs / 1_000));
}
