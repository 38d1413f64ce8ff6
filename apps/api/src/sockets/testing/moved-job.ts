import { type Database, insertJob, isFinalEvent, type JobEvent } from '@jobwire/db';
import { uuidv7 } from '@jobwire/runtime';

import type { Gatekeeper } from '../../auth/caller.ts';
import type { LocalBus } from './local-bus.ts';

/** A job that the test moves. */
export interface TestJobHandle {
  id: string;
  channel: string;
  ticket: string;
  /** Commit events of these types, then ring with them; `ring: false` loses the doorbell, `bare` sends only the number. */
  happen(
    types: readonly string[],
    options?: { ring?: boolean; bare?: boolean; data?: Record<string, unknown> },
  ): Promise<void>;
}

/** Accept a job; its event 1 is in the record. */
export async function newJob(
  db: Database,
  bus: LocalBus,
  gatekeeper: Gatekeeper,
  ownerId: string | null,
): Promise<TestJobHandle> {
  const id = uuidv7();
  const chosen = { priority: 0, runAt: null, tags: null, expiresAt: null, replayOf: null, dedupe: null };
  const job = { id, name: 'email.welcome', payload: {}, ownerId, maxAttempts: 3, ...chosen };
  await insertJob(db, job);
  const channel = `job:${id}`;
  const { ticket } = await gatekeeper.issueTicket({ jobId: id });
  return {
    id,
    channel,
    ticket,
    async happen(types, { ring = true, bare = false, data = {} } = {}) {
      const events = await appendEvents(db, id, types, data);
      const seq = events.at(-1)?.seq ?? 0;
      if (ring) bus.ring(bare ? { channel, seq } : { channel, seq, events });
    },
  };
}

const stateOf: Record<string, string> = {
  'job.started': 'running',
  'job.progress': 'running',
  'job.retrying': 'retrying',
};

/** One transaction, numbered by the row like the real writer does it. */
function appendEvents(
  db: Database,
  id: string,
  types: readonly string[],
  data: Record<string, unknown>,
): Promise<JobEvent[]> {
  return db.transaction(async (tx) => {
    const events: JobEvent[] = [];
    for (const type of types) {
      const state = isFinalEvent({ type }) ? type.slice('job.'.length) : (stateOf[type] ?? 'running');
      const [row] = await tx.query<{ seq: number }>(
        'UPDATE jobs SET seq = seq + 1, state = $2, finished_at = $3 WHERE id = $1 RETURNING seq',
        [id, state, isFinalEvent({ type }) ? new Date() : null],
      );
      const seq = row?.seq ?? 0;
      const [stored] = await tx.query<{ at: Date }>(
        'INSERT INTO job_events (job_id, seq, type, data) VALUES ($1, $2, $3, $4) RETURNING at',
        [id, seq, type, JSON.stringify({ n: seq, ...data })],
      );
      events.push({ seq, type, at: stored?.at.toISOString() ?? '', data: { n: seq, ...data } });
    }
    return events;
  });
}
