import { type ApiKeyRow, type Database, insertApiKey, insertAuditEntry, listApiKeys, revokeApiKey } from '@jobwire/db';
import { sha256, uuidv7 } from '@jobwire/runtime';

import { newApiKeyText } from '../auth/api-key-text.ts';
import { keyUsage, readKeyCommand, type WantedKey } from './read-key-command.ts';

/** What is printed, and whether the command did not do what it was told. */
export interface KeyAnswer {
  text: string;
  failed: boolean;
}

/** Run `create`, `list` or `revoke` on the keys of programs. What is done is in the audit log. */
export async function keyCommand(db: Database, parameters: readonly string[]): Promise<KeyAnswer> {
  const command = readKeyCommand(parameters);
  switch (command.kind) {
    case 'create':
      return create(db, command.key);
    case 'list':
      return { text: tableOf(await listApiKeys(db)), failed: false };
    case 'revoke':
      return revoke(db, command.id);
    case 'wrong':
      return { text: `${command.problem}\n\n${keyUsage}`, failed: true };
  }
}

/** Whoever may run commands beside the record stands for the system. */
const actor = { kind: 'system', id: null } as const;

async function create(db: Database, { name, jobs, lifetimeMs }: WantedKey): Promise<KeyAnswer> {
  const id = uuidv7();
  const text = newApiKeyText();
  const expiresAt = lifetimeMs === undefined ? null : new Date(Date.now() + lifetimeMs);
  await db.transaction(async (tx) => {
    await insertApiKey(tx, { id, name, tokenHash: sha256(text), jobs, expiresAt });
    await insertAuditEntry(tx, { actor, action: 'key.created', subject: id, data: { jobs } });
  });
  const end = expiresAt ? `until ${expiresAt.toISOString()}` : 'until it is revoked';
  return { text: `${text}\nKey ${id} for ${jobs.join(', ')}, good ${end}. It is not shown again.`, failed: false };
}

async function revoke(db: Database, id: string): Promise<KeyAnswer> {
  const revoked = await db.transaction(async (tx) => {
    const done = await revokeApiKey(tx, id, new Date());
    if (done) await insertAuditEntry(tx, { actor, action: 'key.revoked', subject: id });
    return done;
  });
  return revoked
    ? { text: `Key ${id} is revoked. Its sockets close within seconds.`, failed: false }
    : { text: `There is no key ${id} that could be revoked.`, failed: true };
}

function tableOf(keys: readonly ApiKeyRow[]): string {
  if (keys.length === 0) return 'There are no keys.';
  return keys
    .map((key) => [key.id, stateOf(key), `jobs ${key.jobs.join(',')}`, `last used ${day(key.last_used_at)}`, key.name])
    .map((cells) => cells.join('  '))
    .join('\n');
}

function stateOf({ revoked_at: revokedAt, expires_at: expiresAt }: ApiKeyRow): string {
  if (revokedAt) return `revoked ${day(revokedAt)}`;
  if (!expiresAt) return 'good';
  return expiresAt.getTime() > Date.now() ? `good until ${day(expiresAt)}` : `expired ${day(expiresAt)}`;
}

function day(time: Date | null): string {
  return time ? time.toISOString().slice(0, 10) : 'never';
}
