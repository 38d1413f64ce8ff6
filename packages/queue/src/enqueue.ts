import type { Dedupe, NewJob, Tx } from '@jobwire/db';
import { appError, sha256, uuidv7 } from '@jobwire/runtime';
import type { z } from 'zod';

import { acceptJobs } from './accept-jobs.ts';
import type { JobDefinition } from './job/index.ts';
import { wordsOfPayload } from './words.ts';

/** How long a job stands for its dedupe key: while it is unfinished, so long after now, or while the record keeps it. */
export type DedupeChoice = { key: string; mode: 'active' | 'forever' } | { key: string; mode: 'ttl'; ttlMs: number };

/** What the one who starts a job may choose. */
export interface EnqueueOptions {
  ownerId?: string | null;
  /** Start then, not now. */
  runAt?: Date;
  /** 0 is the default and goes first; jobs with higher numbers wait for those with lower ones, as in BullMQ. */
  priority?: number;
  tags?: readonly string[];
  /** End it `expired` when it has not started so many milliseconds after its time has come. */
  expiresInMs?: number;
  /** The job that this one does once more. */
  replayOf?: string;
  /** `traceparent` of the request that it is made for. */
  traceContext?: string;
  /** Instead of the definition's `dedupeKey`. */
  dedupe?: DedupeChoice;
}

/**
 * Check a payload and make the job that stands for it. Nothing is written: pass it to `insertJob` in the transaction
 * that it belongs to.
 *
 * @throws AppError INVALID_INPUT with a pointer per problem
 */
export function newJob<Definition extends JobDefinition>(
  definition: Definition,
  payload: z.input<Definition['payload']>,
  options: EnqueueOptions = {},
): NewJob {
  const parsed = definition.payload.safeParse(payload);
  if (!parsed.success) {
    const errors = parsed.error.issues.map(({ path, code, message }) => ({
      pointer: ['', 'payload', ...path.map(pointerPart)].join('/'),
      code: code.toUpperCase(),
      message,
    }));
    throw appError('INVALID_INPUT', { detail: `The payload of ${definition.name} is not valid`, errors });
  }
  const now = Date.now();
  const runAt = options.runAt && options.runAt.getTime() > now ? options.runAt : null;
  return {
    id: uuidv7(),
    name: definition.name,
    payload: parsed.data,
    ownerId: options.ownerId ?? null,
    maxAttempts: definition.retry.attempts,
    priority: options.priority ?? definition.priority,
    runAt,
    tags: options.tags && options.tags.length > 0 ? options.tags : null,
    expiresAt: options.expiresInMs === undefined ? null : new Date((runAt?.getTime() ?? now) + options.expiresInMs),
    replayOf: options.replayOf ?? null,
    ...(options.traceContext === undefined ? {} : { traceContext: options.traceContext }),
    dedupe: options.dedupe ? chosen(options.dedupe, now) : defaultDedupe(definition, parsed.data, options),
    ...(definition.searchable.length === 0 ? {} : { words: wordsOfPayload(definition.searchable, parsed.data) }),
  };
}

/** RFC 6901. */
function pointerPart(part: PropertyKey): string {
  return String(part).replaceAll('~', '~0').replaceAll('/', '~1');
}

function chosen(dedupe: DedupeChoice, now: number): Dedupe {
  const until = dedupe.mode === 'ttl' ? new Date(now + dedupe.ttlMs) : null;
  return { key: dedupe.key, mode: dedupe.mode, until };
}

/** The longest key that is stored as it is: an entry of an index is bounded. */
const longestKey = 255;

/** Who asks for a replay wants a second one. */
function defaultDedupe(definition: JobDefinition, payload: unknown, { replayOf }: EnqueueOptions): Dedupe | null {
  const key = replayOf === undefined ? definition.dedupeKey?.(payload) : undefined;
  if (key === undefined) return null;
  return { key: key.length > longestKey ? sha256(key) : key, mode: 'active', until: null };
}

/**
 * Accept a job in the caller's transaction: it runs once the transaction commits. Wake the dispatcher after the commit.
 *
 * @returns the id of the job, or of the one that stands for its dedupe key
 * @throws AppError INVALID_INPUT with a pointer per problem
 */
export async function enqueue<Definition extends JobDefinition>(
  tx: Tx,
  definition: Definition,
  payload: z.input<Definition['payload']>,
  options: EnqueueOptions = {},
): Promise<{ id: string; deduplicated: boolean }> {
  const job = newJob(definition, payload, options);
  const [accepted] = await acceptJobs(tx, [job]);
  const id = accepted && 'existing' in accepted ? accepted.existing.id : job.id;
  return { id, deduplicated: accepted?.deduplicated ?? false };
}
