import { type BulkFilter, type BulkVerb, finalStates, type JobState } from '@jobwire/db';
import { appError } from '@jobwire/runtime';
import { z } from 'zod';

import { parse } from '../http/parse.ts';
import { jobStateSchema } from '../jobs/job-view.ts';

/** Jobs of one action at most: whoever has more sends another. */
export const mostJobs = 10_000;
/** Jobs a second at most; each is a transaction of its own, which has to wait for its turn on the disk. */
export const highestRate = 100;

/** A time that PostgreSQL and JavaScript write alike: from 1970 to 9999. */
const time = z.iso
  .datetime({ offset: true })
  .refine(
    (given) => Date.parse(given) >= 0 && Date.parse(given) < Date.UTC(10_000, 0),
    'must be a year of 1970 to 9999',
  );
const text = z.string().regex(/^[^\p{C}]{1,200}$/u, 'must have 1 to 200 visible characters');

const filter = z
  .strictObject({
    name: text.optional().meta({ description: 'The kind of job, as in the catalog' }),
    state: z
      .array(jobStateSchema)
      .min(1)
      .optional()
      .meta({ description: 'One of these; left out, those that the action is usually for' }),
    tag: text.optional(),
    owner: z.uuid().optional().meta({ description: 'Id of a user or key' }),
    code: text.optional().meta({ description: 'Of the error that it failed with' }),
    createdAfter: time.optional(),
    createdBefore: time.optional(),
    finishedAfter: time.optional(),
    finishedBefore: time.optional(),
  })
  .meta({ description: 'All that is given must hold; at least one member' });

/** How much and how fast. */
export const bulkPace = {
  limit: z.int().min(1).max(mostJobs).default(1_000).meta({ description: 'Jobs at most, the oldest first' }),
  ratePerSecond: z.number().min(1).max(highestRate).default(20).meta({ description: 'Jobs a second at most' }),
  dryRun: z.boolean().default(false).meta({ description: 'Change nothing: say how many there are, and show some' }),
};

/** The body of `POST /bulk-actions`. */
export const bulkBody = z.strictObject({
  action: z.enum(['retry', 'replay', 'cancel', 'delete']),
  filter,
  ...bulkPace,
});

/** What somebody asks for. */
export interface BulkInput {
  action: BulkVerb;
  filter: BulkFilter;
  limit: number;
  ratePerSecond: number;
  dryRun: boolean;
}

const open: readonly JobState[] = ['scheduled', 'queued', 'running', 'retrying'];

/** In which states a job may be for an action, and which are meant when nothing is said. */
const statesFor: Readonly<Record<BulkVerb, { may: readonly JobState[]; usual: readonly JobState[] }>> = {
  retry: { may: ['failed', 'cancelled', 'expired'], usual: ['failed'] },
  replay: { may: finalStates, usual: ['failed'] },
  cancel: { may: open, usual: open },
  delete: { may: finalStates, usual: finalStates },
};

/**
 * Read the body of `POST /bulk-actions`.
 *
 * @throws AppError INVALID_INPUT, also for an empty filter and for states in which the action can do nothing
 */
export function readBulk(body: unknown): BulkInput {
  const { action, filter: given, ...pace } = parse(bulkBody, body);
  if (Object.keys(given).length === 0) {
    throw invalid('/filter', 'FILTER_EMPTY', 'Say which jobs: a filter needs at least one member');
  }
  const { may, usual } = statesFor[action];
  const states = given.state ?? usual;
  const impossible = states.findIndex((state) => !may.includes(state));
  if (impossible >= 0) {
    throw invalid(`/filter/state/${impossible}`, 'STATE_IMPOSSIBLE', `To ${action}, choose of ${may.join(', ')}`);
  }
  return { action, ...pace, filter: filterOf({ ...given, states: [...new Set(states)] }) };
}

function filterOf({ states, owner, name, tag, code, ...times }: Given): BulkFilter {
  return {
    states,
    name,
    tag,
    code,
    ownerId: owner,
    createdAfter: dateOf(times.createdAfter),
    createdBefore: dateOf(times.createdBefore),
    finishedAfter: dateOf(times.finishedAfter),
    finishedBefore: dateOf(times.finishedBefore),
  };
}

type Given = Omit<z.output<typeof filter>, 'state'> & { states: readonly JobState[] };

function dateOf(given: string | undefined): Date | undefined {
  return given === undefined ? undefined : new Date(given);
}

function invalid(pointer: string, code: string, message: string): Error {
  return appError('INVALID_INPUT', { errors: [{ pointer, code, message }] });
}
