import { join } from 'node:path';

import { migrate } from '@jobwire/db';
import { type Inbox, startInbox, startPostgres } from '@jobwire/embedded';
import { asError } from '@jobwire/runtime';

import type { Ground } from './ground.ts';
import { processIdentity } from './process-identity.ts';
import { isSet, type Run } from './run.ts';
import { hasCode } from './system-error.ts';

/** Where api and worker find what they need. */
export interface Parts {
  databaseUrl: string;
  smtpUrl: string;
  /** The inbox page; unset when mails go to a mail server of one's own. */
  inboxUrl: string | undefined;
  /** What `processIdentity` said of the embedded server, when there is one. */
  processes: string[];
}

/** Start the parts that api and worker need, unless the configuration names others, and bring the record up to date. */
export async function startParts(run: Run, ground: Ground): Promise<Parts> {
  const { config, env, signal } = run;
  const database = config.DATABASE_URL ? { url: config.DATABASE_URL, processes: [] } : await startDatabase(run, ground);
  signal.throwIfAborted();
  await bringUpToDate(config.DATABASE_DIRECT_URL ?? database.url, run);
  signal.throwIfAborted();
  const mail = isSet(env, 'SMTP_URL')
    ? { smtpUrl: config.SMTP_URL, inboxUrl: undefined }
    : await startMailInbox(run, ground);
  return { databaseUrl: database.url, processes: database.processes, ...mail };
}

async function startDatabase(
  { emit, lifecycle, onLost }: Run,
  { dataDir, lock }: Ground,
): Promise<{ url: string; processes: string[] }> {
  const postgres = await startPostgres({ dataDir: join(dataDir, 'pg'), emit });
  lifecycle.add({ name: 'postgres', deadlineMs: 20_000, stop: () => postgres.stop() });
  const processes = [processIdentity(postgres.pid)];
  lock.record(processes);
  void postgres.ended.then(
    () => onLost('PostgreSQL has ended', 1),
    () => undefined,
  );
  return { url: postgres.url, processes };
}

async function bringUpToDate(databaseUrl: string, { emit }: Run): Promise<void> {
  try {
    await migrate(databaseUrl, emit);
  } catch (error) {
    throw new Error(`The database cannot be reached or brought up to date: ${asError(error).message}`, {
      cause: error,
    });
  }
}

async function startMailInbox(
  { config, emit, lifecycle }: Run,
  { dataDir, ports }: Ground,
): Promise<{ smtpUrl: string; inboxUrl: string }> {
  const start = (httpPort: number, smtpPort: number): Promise<Inbox> =>
    startInbox({ httpPort, smtpPort, dataDir: join(dataDir, 'inbox'), emit });
  const inbox = await start(ports.inbox, ports.inboxSmtp).catch((error: unknown) => {
    // Another start took a usual port between the look and the listening: only what was asked for by name stays.
    const { INBOX_PORT = 0, INBOX_SMTP_PORT = 0 } = config;
    if (!hasCode(error, 'EADDRINUSE')) throw error;
    return start(INBOX_PORT, INBOX_SMTP_PORT);
  });
  lifecycle.add({ name: 'inbox', deadlineMs: 5_000, stop: () => inbox.stop() });
  return { smtpUrl: inbox.smtpUrl, inboxUrl: inbox.httpUrl };
}
