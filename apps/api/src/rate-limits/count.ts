import type { RateLimiter, RateRule, RateState } from '@jobwire/queue';

/** A rule, and its limiter. */
export interface Limit {
  rule: RateRule;
  limiter: RateLimiter;
}

/** What one request counts as. */
export interface Count {
  limit: Limit;
  holder: string;
  /** Told when it was one too many. */
  refused?(state: RateState): void;
}
