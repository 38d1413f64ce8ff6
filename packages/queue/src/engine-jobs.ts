import type { Dispatch } from '@jobwire/db';
import { asError, type Emit } from '@jobwire/runtime';
import type { BulkJobOptions, Job, Queue, WorkerOptions } from 'bullmq';

import { engineJobId, engineSettings, type EngineState, type WorkerSettings } from './engine.ts';

/** What BullMQ calls a job to add. */
interface EngineJob {
  name: string;
  data: { id: string };
  opts: BulkJobOptions;
}

/** Describe a delivery to BullMQ: the row's id is all it learns. */
export function toEngineJob(dispatch: Dispatch): EngineJob {
  return {
    name: dispatch.name,
    data: { id: dispatch.id },
    opts: {
      jobId: engineJobId(dispatch),
      attempts: dispatch.attemptsLeft,
      backoff: { type: 'policy' },
      removeOnComplete: engineSettings.kept,
      removeOnFail: engineSettings.kept,
      sizeLimit: engineSettings.sizeLimit,
      ...(dispatch.delayMs > 0 ? { delay: dispatch.delayMs } : {}),
      ...(dispatch.priority > 0 ? { priority: dispatch.priority } : {}),
    },
  };
}

/** Add deliveries, one call per queue. A queue that refuses keeps nothing back from the others. */
export async function addToQueues(
  queueOf: (name: string) => Queue,
  dispatches: readonly Dispatch[],
  emit: Emit,
): Promise<Set<Dispatch>> {
  const refused = new Set<Dispatch>();
  await Promise.all(
    [...new Set(dispatches.map(({ name }) => name))].map(async (name) => {
      const group = dispatches.filter((dispatch) => dispatch.name === name);
      try {
        await queueOf(name).addBulk(group.map(toEngineJob));
      } catch (error) {
        emit('engine.refused', { job: name, jobs: group.length, error: asError(error) });
        for (const dispatch of group) refused.add(dispatch);
      }
    }),
  );
  return refused;
}

/** Ask BullMQ for the state of one delivery. */
export async function stateOf(queue: Queue, delivery: { id: string; dispatch: number }): Promise<EngineState> {
  const state = await queue.getJobState(engineJobId(delivery));
  if (state === 'unknown') return 'missing';
  return state === 'completed' || state === 'failed' ? state : 'waiting';
}

/** Take one delivery out of BullMQ. It leaves one alone that is locked by a worker. */
export async function removeFrom(queue: Queue, delivery: { id: string; dispatch: number }): Promise<void> {
  await queue.remove(engineJobId(delivery));
}

/** The options of a worker that both engines share. */
export function workerOptions({ concurrency, delayOf }: WorkerSettings): Omit<WorkerOptions, 'connection'> {
  const { lockDuration, stalledInterval, maxStalledCount, runRetryDelay, kept } = engineSettings;
  return {
    concurrency,
    lockDuration,
    stalledInterval,
    maxStalledCount,
    runRetryDelay,
    removeOnComplete: kept,
    removeOnFail: kept,
    settings: { backoffStrategy: (_attempts, _type, error) => (error ? delayOf(error) : 0) },
  };
}

/** Read a delivery's id back into row and dispatch; undefined when it is not one of ours. */
export function deliveryOf(engineId: Job['id']): { id: string; dispatch: number } | undefined {
  const match = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})-([1-9][0-9]{0,8})$/.exec(engineId ?? '');
  return match?.[1] && match[2] ? { id: match[1], dispatch: Number(match[2]) } : undefined;
}
