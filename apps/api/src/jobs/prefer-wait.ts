import type { Request } from 'express';

/** The longest time that a request is held for a job's end, in seconds: proxies and clients cut what is silent longer. */
export const longestWait = 10;

/**
 * How many seconds a request wants to wait, by `Prefer: wait=n` (RFC 7240 §4.3): 10 at most, 0 when it does not say. What
 * cannot be read is no error there (§2).
 */
export function preferredWait(request: Pick<Request, 'get'>): number {
  for (const preference of (request.get('prefer') ?? '').split(',')) {
    const [name = '', value = ''] = (preference.split(';')[0] ?? '').split('=', 2).map((part) => part.trim());
    const seconds = value.replace(/^"(.*)"$/, '$1');
    // The first of its name counts.
    if (name.toLowerCase() === 'wait') return /^\d{1,6}$/.test(seconds) ? Math.min(Number(seconds), longestWait) : 0;
  }
  return 0;
}
