import { uuidv7 } from '@jobwire/runtime';

import type { Tx } from '../database.ts';

/** Who did something. `id` is the user's or the key's; null for the system and for the one-time admin link. */
export interface Actor {
  kind: 'user' | 'admin' | 'key' | 'system';
  id: string | null;
}

/** What was done. */
export interface AuditEntry {
  actor: Actor;
  /** `noun.verb`, e.g. `queue.paused`. */
  action: string;
  /** What it was done to: an id or a name, never an address. */
  subject: string;
  data?: Readonly<Record<string, unknown>>;
}

/** Write into the audit log, in the transaction of what was done. */
export async function insertAuditEntry(tx: Tx, { actor, action, subject, data = {} }: AuditEntry): Promise<void> {
  await tx.query(
    'INSERT INTO audit_log (id, actor_kind, actor_id, action, subject, data) VALUES ($1, $2, $3, $4, $5, $6)',
    [uuidv7(), actor.kind, actor.id, action, subject, JSON.stringify(data)],
    'insert-audit-entry',
  );
}
