import type { EnqueueOptions } from '@jobwire/queue';
import { lastPriority } from '@jobwire/queue/job';
import { appError } from '@jobwire/runtime';
import { z } from 'zod';

import { parse } from '../http/parse.ts';
import { problemOfJson } from './problem-of-json.ts';

const day = 86_400_000;
/** How far ahead a job may be put, and how long it may wait: whoever plans further has a calendar. In milliseconds. */
export const longestWaitMs = 366 * day;
/** The longest time that a key is kept for, in milliseconds; it ends earlier with the job, which is kept as its type says. */
export const longestDedupeMs = 30 * day;
export const mostTags = 10;

/** Without controls, spaces and separators: what can be seen, and typed into an address. */
const visible = (most: number): z.ZodString =>
  z.string().regex(new RegExp(`^[^\\p{C}\\p{Z}]{1,${most}}$`, 'u'), `must have 1 to ${most} visible characters`);

const runAt = z.iso
  .datetime({ offset: true })
  // What is no time at all is refused as that alone.
  .refine((text) => !(Date.parse(text) > Date.now() + longestWaitMs), 'must be within a year')
  .meta({ description: 'When it may start, within a year; a time that has passed means now' });

const priority = z
  .int()
  .min(0)
  .max(lastPriority)
  .meta({ description: '0 goes first; higher numbers wait for lower ones. Its definition says what it is otherwise' });

const tags = z
  .array(visible(64))
  .max(mostTags)
  .meta({ description: 'Labels to find it by, each once', examples: [['newsletter', 'customer-7']] });

/** What can be changed until a job starts. */
export const changeable = { runAt, priority, tags };

const key = visible(255).meta({ description: 'The same for jobs that are the same, within the caller and the name' });

/** How long a job stands for its key. */
const dedupe = z
  .discriminatedUnion('mode', [
    z.strictObject({ key, mode: z.literal('active').meta({ description: 'While it has not ended' }) }),
    z.strictObject({
      key,
      mode: z.literal('ttl').meta({ description: 'For a time' }),
      ttlMs: z.int().min(1).max(longestDedupeMs).meta({ description: 'From now, in milliseconds' }),
    }),
    z.strictObject({ key, mode: z.literal('forever').meta({ description: 'While the record keeps it' }) }),
  ])
  .meta({ description: 'While one job stands for the key, no other is made for it' });

/** The body of `POST /jobs`. What the payload must look like is the definition's affair. */
export const startBody = z.strictObject({
  name: z
    .string()
    .max(200)
    .meta({ description: 'The kind of job, as in the catalog', examples: ['email.send'] }),
  payload: z.unknown().meta({ description: 'What the job is given; its definition says what it must be' }),
  runAt: runAt.optional(),
  priority: priority.optional(),
  tags: tags.optional(),
  dedupe: dedupe.optional(),
  expiresInMs: z
    .int()
    .min(1)
    .max(longestWaitMs)
    .meta({ description: 'It ends expired when it has not started so many milliseconds after it may' })
    .optional(),
});

/** What somebody starts. */
export type StartInput = z.output<typeof startBody>;

/**
 * Read the body of `POST /jobs`.
 *
 * @throws AppError INVALID_INPUT, also for a payload that the record cannot hold
 */
export function readStart(body: unknown): StartInput {
  const input = parse(startBody, body, { name: 'NAME_INVALID' });
  const problem = problemOfJson(input.payload);
  if (problem) throw appError('INVALID_INPUT', { errors: [{ pointer: '/payload', ...problem }] });
  return input;
}

/** What was chosen, as the queue takes it. */
export function optionsOf({
  runAt: at,
  priority: rank,
  tags: labels,
  dedupe: same,
  expiresInMs,
}: StartInput): EnqueueOptions {
  return {
    ...(at === undefined ? {} : { runAt: new Date(at) }),
    ...(rank === undefined ? {} : { priority: rank }),
    ...(labels === undefined ? {} : { tags: [...new Set(labels)] }),
    ...(same === undefined ? {} : { dedupe: same }),
    ...(expiresInMs === undefined ? {} : { expiresInMs }),
  };
}
