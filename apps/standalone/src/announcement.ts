import { adminLink } from './admin-link.ts';
import { banner } from './banner.ts';
import type { Ground } from './ground.ts';
import type { Parts } from './parts.ts';
import type { Run } from './run.ts';
import { removeRunning, writeRunning } from './running-file.ts';

/** What is said of a system that serves. */
export interface Announcement {
  /** Address of the API. */
  api: string;
  /** As `Clock` tells it. */
  startedAt: number;
}

/** Write down where everything is, for other commands and for the person at the terminal. */
export async function announce(run: Run, { dataDir }: Ground, parts: Parts, said: Announcement): Promise<void> {
  const { config, clock, emit, output, lifecycle, signal } = run;
  const readyAfterMs = clock.now() - said.startedAt;
  const { api } = said;
  const { databaseUrl: database, smtpUrl: smtp, inboxUrl: inbox } = parts;
  const startedAt = new Date(said.startedAt).toISOString();
  writeRunning(dataDir, { pid: process.pid, api, inbox: inbox ?? null, smtp, database, startedAt });
  lifecycle.add({ name: 'running file', deadlineMs: 1_000, stop: () => removeRunning(dataDir) });
  const lines = banner({
    api,
    inbox,
    adminLink: await adminLink({ databaseUrl: database, api, clock, emit }),
    dataDir,
    redis: config.REDIS_URL !== undefined,
    embeddedDatabase: config.DATABASE_URL === undefined,
    developing: config.NODE_ENV === 'development',
    readyAfterMs,
  });
  signal.throwIfAborted();
  for (const line of lines) output.say(line);
}
