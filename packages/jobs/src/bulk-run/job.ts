import { defineJob } from '@jobwire/queue/job';
import { z } from 'zod';

const hour = 3_600_000;

/**
 * Carries a bulk action out: retries, replays, cancels or deletes jobs, one after the other. Whoever retries it lets it go
 * on where it stopped.
 */
export const bulkRun = defineJob({
  name: 'bulk.run',
  summary: 'Act on many jobs, one after the other',
  payload: z.strictObject({ actionId: z.uuid() }),
  result: z.strictObject({ matched: z.int(), done: z.int(), skipped: z.int(), failed: z.int() }),
  stages: ['act'],
  retry: { attempts: 10, backoff: { type: 'exponential', delayMs: 1_000, capMs: 60_000, jitter: 0.5 } },
  // The largest action at the lowest rate takes 10,000 s.
  timeout: { softMs: 3 * hour, hardMs: 3 * hour + 60_000 },
  concurrency: 2,
  access: 'internal',
  retention: { succeededMs: 30 * 24 * hour },
});
