import { type Database, readThroughput, throughputStepMs } from '@jobwire/db';
import type { Clock } from '@jobwire/runtime';
import { Router } from 'express';
import { z } from 'zod';

import type { Gatekeeper } from '../auth/caller.ts';
import { requireAdmin } from '../auth/require-admin.ts';
import { onlyMethods } from '../http/only-methods.ts';
import { parse } from '../http/parse.ts';
import { withinSearchTime } from './search-time.ts';

/** What the route needs. */
export interface ThroughputRouteOptions {
  db: Database;
  gatekeeper: Pick<Gatekeeper, 'callerOf'>;
  clock: Clock;
}

/** How far back is counted, in milliseconds: a quarter of an hour for who does not say, an hour at most. */
const reach = { usualMs: 15 * 60_000, mostMs: 60 * 60_000 };

const time = z.iso.datetime();

/** The query of `GET /jobs/throughput`. */
export const throughputQuery = z.strictObject({
  since: z.iso
    .datetime({ offset: true })
    .optional()
    .meta({ description: 'Count from the step of this time on, an hour back at most; left out, a quarter of an hour' }),
});

/** How many jobs ended, step by step. */
export const throughputSchema = z
  .object({
    stepMs: z.int().meta({ description: 'How long a step is' }),
    from: time.meta({ description: 'The first step that is counted; later than asked when more than 100,000 ended' }),
    to: time.meta({ description: 'When this was counted: the last step is not over yet' }),
    finished: z.array(
      z.object({
        at: time.meta({ description: 'When the step began' }),
        name: z.string(),
        state: z.enum(['succeeded', 'failed', 'cancelled', 'expired']),
        code: z.string().optional().meta({ description: 'Of the error, when they failed' }),
        count: z.int(),
      }),
    ),
  })
  .meta({ id: 'Throughput', description: 'How many jobs ended, step by step' });

/** `GET /jobs/throughput`: how many jobs ended lately, for administrators. */
export function throughputRoute({ db, gatekeeper, clock }: ThroughputRouteOptions): Router {
  const router = Router();
  router.get('/jobs/throughput', async (request, response) => {
    await requireAdmin(gatekeeper, request, 'viewer');
    const { since } = parse(throughputQuery, request.query);
    const to = clock.now();
    const asked = since === undefined ? to - reach.usualMs : Date.parse(since);
    const { from, finished } = await withinSearchTime(readThroughput(db, new Date(Math.max(asked, to - reach.mostMs))));
    const body: z.output<typeof throughputSchema> = {
      stepMs: throughputStepMs,
      from: from.toISOString(),
      to: new Date(to).toISOString(),
      finished: finished.map(({ at, code, ...counted }) => ({
        at: at.toISOString(),
        ...counted,
        ...(code === null ? {} : { code }),
      })),
    };
    response.set('Cache-Control', 'private, no-store').json(body);
  });
  router.all('/jobs/throughput', onlyMethods('GET, HEAD'));
  return router;
}
