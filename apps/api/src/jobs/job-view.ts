import type { JobRow, NewJob } from '@jobwire/db';
import { catalog } from '@jobwire/jobs';
import { z } from 'zod';

const time = z.iso.datetime();

/** Where a job is in its life. */
export const jobStateSchema = z
  .enum(['scheduled', 'queued', 'running', 'retrying', 'succeeded', 'failed', 'cancelled', 'expired'])
  .meta({ description: 'The last four are final' });

/** A job as clients see it: the schema of every answer that shows one. */
export const jobViewSchema = z
  .object({
    id: z.uuid(),
    name: z.string().meta({ description: 'The kind of job, as in the catalog', examples: ['email.send'] }),
    state: jobStateSchema,
    progress: z
      .object({ percent: z.number(), stage: z.string(), detail: z.string().optional() })
      .nullable()
      .meta({ description: 'How far the run is; null before its first report' }),
    stages: z
      .array(z.string())
      .readonly()
      .optional()
      .meta({ description: 'What a run goes through, in order, each an equal part of `percent`' }),
    attempt: z.int().meta({ description: 'The run, from 1; 0 before the first' }),
    maxAttempts: z.int(),
    priority: z.int().optional().meta({ description: 'Left out when it is 0, which goes first' }),
    tags: z.array(z.string()).readonly().optional().meta({ description: 'Left out when there are none' }),
    createdAt: time,
    startedAt: time.optional().meta({ description: 'When the first run began' }),
    finishedAt: time.optional(),
    nextAttemptAt: time.optional().meta({ description: 'When a retrying job runs again' }),
    runAt: time.optional().meta({ description: 'When a scheduled job is due' }),
    expiresAt: time.optional().meta({ description: 'When it ends expired unless it has started' }),
    result: z.unknown().optional().meta({ description: 'What a succeeded job handed back' }),
    error: z.object({ code: z.string(), message: z.string() }).optional(),
    skipped: z.string().optional().meta({ description: 'Why it succeeded without doing anything' }),
    replayOf: z.uuid().optional().meta({ description: 'The job that this one does once more' }),
    links: z.object({ self: z.string(), events: z.string(), socket: z.string() }),
  })
  .meta({ id: 'Job', description: 'A job as the record has it' });

/** A job as clients see it. */
export type JobView = z.output<typeof jobViewSchema>;

/** Show a job of the record. */
export function jobView(row: JobRow): JobView {
  return {
    id: row.id,
    name: row.name,
    state: row.state,
    progress: row.progress,
    ...stagesOf(row.name),
    attempt: row.attempt,
    maxAttempts: row.max_attempts,
    ...(row.priority === 0 ? {} : { priority: row.priority }),
    ...(row.tags ? { tags: row.tags } : {}),
    createdAt: row.created_at.toISOString(),
    ...(row.started_at ? { startedAt: row.started_at.toISOString() } : {}),
    ...(row.finished_at ? { finishedAt: row.finished_at.toISOString() } : {}),
    ...(row.state === 'retrying' && row.next_attempt_at ? { nextAttemptAt: row.next_attempt_at.toISOString() } : {}),
    ...(row.state === 'scheduled' ? { runAt: row.run_at.toISOString() } : {}),
    ...(row.expires_at ? { expiresAt: row.expires_at.toISOString() } : {}),
    ...(row.state === 'succeeded' && row.result !== null ? { result: row.result } : {}),
    ...(row.error ? { error: row.error } : {}),
    ...(row.skipped === null ? {} : { skipped: row.skipped }),
    ...(row.replay_of === null ? {} : { replayOf: row.replay_of }),
    links: linksOf(row.id),
  };
}

/** Show a job that was accepted a moment ago, without asking the record for what is known. */
export function acceptedJobView(job: NewJob, now: Date): JobView {
  return {
    id: job.id,
    name: job.name,
    state: job.runAt ? 'scheduled' : 'queued',
    progress: null,
    ...stagesOf(job.name),
    attempt: 0,
    maxAttempts: job.maxAttempts,
    ...(job.priority === 0 ? {} : { priority: job.priority }),
    ...(job.tags ? { tags: job.tags } : {}),
    createdAt: now.toISOString(),
    ...(job.runAt ? { runAt: job.runAt.toISOString() } : {}),
    ...(job.expiresAt ? { expiresAt: job.expiresAt.toISOString() } : {}),
    ...(job.replayOf === null ? {} : { replayOf: job.replayOf }),
    links: linksOf(job.id),
  };
}

/** Jobs of a kind that the catalog does not have (any more) are still shown, without them. */
function stagesOf(name: string): Pick<JobView, 'stages'> {
  const definition = Object.values(catalog).find((known) => known.name === name);
  return definition ? { stages: definition.stages } : {};
}

function linksOf(id: string): JobView['links'] {
  return { self: `/jobs/${id}`, events: `/jobs/${id}/events`, socket: `job:${id}` };
}
