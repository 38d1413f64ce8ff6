import {
  type Actor,
  type Database,
  insertAuditEntry,
  lockQueueSettings,
  pauseQueues,
  type QueueSettings,
  resumeQueues,
} from '@jobwire/db';
import { appError, type Emit } from '@jobwire/runtime';

import type { Bus, Doorbell } from '../bus.ts';
import type { Engine } from '../engine.ts';
import type { JobControl, PauseOptions } from './job-control.ts';
import { tellQueue } from './tell-queue.ts';
import { tryEngine } from './try-engine.ts';

/** What is needed to pause and resume. */
export interface PauseQueuesOptions {
  db: Database;
  engine: Pick<Engine, 'names' | 'pause' | 'resume'>;
  bus: Pick<Bus, 'ring'>;
  emit: Emit;
}

/** Make pause and resume: the record and the audit log first, then the engine, which may learn it later. */
export function createPauseQueues({ db, engine, bus, emit }: PauseQueuesOptions): Pick<JobControl, 'pause' | 'resume'> {
  const known = (queues: readonly string[]): string[] => {
    const unknown = queues.find((name) => !engine.names.includes(name));
    if (unknown !== undefined) throw appError('NOT_FOUND', { detail: `There is no queue "${unknown}"` });
    return [...new Set(queues)];
  };
  const tell = (action: 'pause' | 'resume', names: readonly string[]): Promise<unknown> =>
    Promise.all(names.map((name) => tryEngine(emit, name, () => engine[action](name))));

  return {
    async pause(queues, actor, options = {}) {
      const names = known(queues);
      const { begun, bells } = await db.transaction(async (tx) => {
        const settings = (await lockQueueSettings(tx, names)).filter((setting) => !isKept(setting, actor, options));
        await pauseQueues(
          tx,
          settings.map(({ name }) => name),
          {
            reason: options.reason ?? null,
            forMs: options.forMs ?? null,
            extend: actor.kind === 'system' && options.forMs !== undefined,
          },
        );
        const news = settings.filter((setting) => !isProlonged(setting, actor, options)).map(({ name }) => name);
        const rung: Doorbell[] = [];
        for (const name of news) {
          await insertAuditEntry(tx, { actor, action: 'queue.paused', subject: name, data: { ...options } });
          rung.push(await tellQueue(tx, name, 'queue.paused', { by: actor.kind, ...options }));
        }
        return { begun: news, bells: rung };
      });
      bus.ring(bells);
      for (const queue of begun) emit('queue.paused', { queue, by: actor.kind, ...options });
      await tell('pause', names);
    },

    async resume(queues, actor) {
      const names = known(queues);
      const { ended, open, bells } = await db.transaction(async (tx) => {
        const settings = await lockQueueSettings(tx, names);
        const kept = settings.filter((setting) => isKept(setting, actor, { forMs: 0 }));
        const over = settings.filter((setting) => setting.paused && !kept.includes(setting)).map(({ name }) => name);
        await resumeQueues(tx, over);
        const rung: Doorbell[] = [];
        for (const name of over) {
          await insertAuditEntry(tx, { actor, action: 'queue.resumed', subject: name });
          rung.push(await tellQueue(tx, name, 'queue.resumed', { by: actor.kind }));
        }
        const rest = names.filter((name) => !kept.some((setting) => setting.name === name));
        return { ended: over, open: rest, bells: rung };
      });
      bus.ring(bells);
      for (const queue of ended) emit('queue.resumed', { queue, by: actor.kind });
      await tell('resume', open);
    },
  };
}

/** What the system wants for a time does not touch a pause that waits for an operator. */
function isKept({ paused, pausedUntil }: QueueSettings, actor: Actor, { forMs }: PauseOptions): boolean {
  return actor.kind === 'system' && forMs !== undefined && paused && pausedUntil === null;
}

/** The system renews its pause as long as the cause lasts, from many workers: that is not a new one. */
function isProlonged({ paused, reason }: QueueSettings, actor: Actor, options: PauseOptions): boolean {
  return actor.kind === 'system' && paused && reason === (options.reason ?? null);
}
