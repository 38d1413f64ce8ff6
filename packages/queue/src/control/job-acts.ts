import {
  type Actor,
  cancelJob,
  type ControlledJob,
  deleteFinalJob,
  findJob,
  findReplay,
  insertAuditEntry,
  insertJob,
  type NewJob,
  reopenJob,
  type Tx,
} from '@jobwire/db';
import { appError, type Emit } from '@jobwire/runtime';

import type { Bus } from '../bus.ts';
import type { Dispatcher } from '../dispatcher.ts';
import { ringFor } from '../doorbells.ts';
import type { Engine } from '../engine.ts';
import { newJob } from '../enqueue.ts';
import type { JobDefinition } from '../job/index.ts';
import type { ActOptions, ReplayOptions, RetryOptions } from './job-control.ts';
import { tryEngine } from './try-engine.ts';

/** What has to be done when the transaction of an act has committed: ring, wake, tell the engine. Losing it costs time alone. */
export type AfterAct = () => Promise<void>;

/**
 * What people and the system do to single jobs, inside a transaction of the caller: the change and its line in the audit
 * log. Each hands back what is to be done after the commit, and throws before it has written anything.
 */
export interface JobActs {
  /** @throws AppError NOT_FOUND, JOB_NOT_FINISHED */
  retry(tx: Tx, jobId: string, actor: Actor, options: RetryOptions): Promise<AfterAct>;
  /** @throws AppError NOT_FOUND, JOB_FINISHED */
  cancel(tx: Tx, jobId: string, actor: Actor, options: ActOptions): Promise<AfterAct>;
  /** @throws AppError NOT_FOUND, INVALID_INPUT */
  replay(tx: Tx, jobId: string, actor: Actor, options: ReplayOptions): Promise<{ job: NewJob; after: AfterAct }>;
  /** @throws AppError NOT_FOUND, JOB_NOT_FINISHED */
  remove(tx: Tx, jobId: string, actor: Actor, options: ActOptions): Promise<AfterAct>;
}

/** What the acts need. */
export interface JobActsOptions {
  engine: Pick<Engine, 'remove'>;
  dispatcher: Pick<Dispatcher, 'wake'>;
  bus: Pick<Bus, 'ring'>;
  definitions: readonly JobDefinition[];
  emit: Emit;
}

/** Make them. */
export function createJobActs({ engine, dispatcher, bus, definitions, emit }: JobActsOptions): JobActs {
  const definitionOf = (name: string): JobDefinition => {
    const definition = definitions.find((known) => known.name === name);
    if (!definition) throw appError('NOT_FOUND', { detail: `There is no job type "${name}" any more` });
    return definition;
  };

  /** What the engine still holds of a job would only be delivered to be refused. */
  const forget = (job: ControlledJob): Promise<void> => tryEngine(emit, job.name, () => engine.remove(job));

  return {
    async retry(tx, jobId, actor, options) {
      const job = await findJob(tx, jobId);
      if (!job) throw appError('NOT_FOUND');
      const { attempts } = definitionOf(job.name).retry;
      const reopened = await reopenJob(tx, jobId, (options.resetAttempts ?? true) ? attempts : null);
      if (!reopened) throw appError('JOB_NOT_FINISHED', { detail: 'The job is at work or has succeeded' });
      const data = { was: reopened.was, ...said(options) };
      await insertAuditEntry(tx, { actor, action: 'job.retried', subject: jobId, data });
      return async () => {
        emit('job.retried', { job: reopened.name, jobId, was: reopened.was, by: actor.kind });
        ringFor(bus, [reopened]);
        dispatcher.wake();
        await forget(reopened);
      };
    },

    async cancel(tx, jobId, actor, options) {
      const { reason } = options;
      const cancelled = await cancelJob(tx, jobId, reason === undefined ? {} : { reason });
      if (!cancelled) throw appError((await findJob(tx, jobId)) ? 'JOB_FINISHED' : 'NOT_FOUND');
      if (cancelled.events.length > 0) {
        const data = { was: cancelled.was, ...said(options) };
        await insertAuditEntry(tx, { actor, action: 'job.cancelled', subject: jobId, data });
      }
      return async () => {
        ringFor(bus, [cancelled]);
        // Whoever runs it looks for the wish once a second, and says how it ended.
        if (cancelled.was === 'running') return;
        emit('job.cancelled', { job: cancelled.name, jobId, was: cancelled.was, by: actor.kind });
        await forget(cancelled);
      };
    },

    async replay(tx, jobId, actor, options) {
      const original = await findReplay(tx, jobId);
      if (!original) throw appError('NOT_FOUND');
      const { name, payload: before, tags, ...kept } = original;
      const payload = options.payload === undefined ? before : options.payload;
      const { traceContext } = options;
      const job = newJob(definitionOf(name), payload, {
        ...kept,
        ...(tags ? { tags } : {}),
        ...(traceContext === undefined ? {} : { traceContext }),
        replayOf: jobId,
      });
      await insertJob(tx, job);
      const data = { as: job.id, ...said(options) };
      await insertAuditEntry(tx, { actor, action: 'job.replayed', subject: jobId, data });
      const after = async (): Promise<void> => {
        emit('job.replayed', { job: name, jobId: job.id, replayOf: jobId, by: actor.kind });
        dispatcher.wake();
      };
      return { job, after };
    },

    async remove(tx, jobId, actor, options) {
      const removed = await deleteFinalJob(tx, jobId);
      if (!removed) throw appError((await findJob(tx, jobId)) ? 'JOB_NOT_FINISHED' : 'NOT_FOUND');
      const data = { job: removed.name, was: removed.was, ...said(options) };
      await insertAuditEntry(tx, { actor, action: 'job.deleted', subject: jobId, data });
      return async () => {
        emit('job.deleted', { job: removed.name, jobId, was: removed.was, by: actor.kind });
        await forget(removed);
      };
    },
  };
}

/** What the audit log keeps of what was said. */
function said({ reason, bulkActionId }: ActOptions): Record<string, string> {
  return {
    ...(reason === undefined ? {} : { reason }),
    ...(bulkActionId === undefined ? {} : { bulkActionId }),
  };
}
