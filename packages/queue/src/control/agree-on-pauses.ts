import { type Database, insertAuditEntry, listQueueSettings, resumeDueQueues } from '@jobwire/db';
import type { Emit } from '@jobwire/runtime';

import type { Bus, Doorbell } from '../bus.ts';
import type { Engine } from '../engine.ts';
import { tellQueue } from './tell-queue.ts';

/** Keeps the engine's pauses those of the record. */
export interface PauseAgreement {
  /** Resume the queues whose pause was for a time that has passed; in the record alone. */
  resumeDue(): Promise<void>;
  /** Pause and resume in the engine what the record says. */
  agree(): Promise<void>;
}

/** What is needed for that. */
export interface PauseAgreementOptions {
  db: Database;
  engine: Pick<Engine, 'names' | 'pause' | 'resume' | 'isPaused'>;
  bus: Pick<Bus, 'ring'>;
  emit: Emit;
}

/** Looks until record and engine agree; the next tick goes on. */
const mostLooks = 3;

/** Make the agreement. */
export function createPauseAgreement({ db, engine, bus, emit }: PauseAgreementOptions): PauseAgreement {
  const correct = async (name: string, paused: boolean): Promise<boolean> => {
    if ((await engine.isPaused(name)) === paused) return false;
    await (paused ? engine.pause(name) : engine.resume(name));
    emit('pause.restored', { queue: name, paused });
    return true;
  };
  const correctAll = async (): Promise<boolean> => {
    const settings = await listQueueSettings(db);
    const paused = new Set(settings.filter((setting) => setting.paused).map(({ name }) => name));
    const corrected = await Promise.all(engine.names.map((name) => correct(name, paused.has(name))));
    return corrected.includes(true);
  };

  return {
    async resumeDue() {
      const { due, bells } = await db.transaction(async (tx) => {
        const names = await resumeDueQueues(tx);
        const actor = { kind: 'system', id: null } as const;
        const rung: Doorbell[] = [];
        for (const name of names) {
          await insertAuditEntry(tx, { actor, action: 'queue.resumed', subject: name });
          rung.push(await tellQueue(tx, name, 'queue.resumed', { by: actor.kind }));
        }
        return { due: names, bells: rung };
      });
      bus.ring(bells);
      for (const queue of due) emit('queue.resumed', { queue, by: 'system' });
    },
    async agree() {
      // Somebody may pause or resume between our two steps, and be undone by the second: look again after each change.
      for (let looks = 0; looks < mostLooks; looks += 1) if (!(await correctAll())) return;
    },
  };
}
