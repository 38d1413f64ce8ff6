import { fileURLToPath } from 'node:url';

import type { Emit } from '@jobwire/runtime';
import { runner } from 'node-pg-migrate';

/** Where the numbered SQL files are; the same folder seen from `src` and from `dist`. */
const folder = fileURLToPath(new URL('../migrations', import.meta.url));

/**
 * Bring the record's schema up to date. Safe to call from several processes at once: an advisory lock makes the later
 * ones wait and find nothing to do.
 *
 * @returns the names of the migrations that ran now
 */
export async function migrate(databaseUrl: string, emit: Emit): Promise<string[]> {
  const ran = await runner({
    databaseUrl,
    dir: folder,
    direction: 'up',
    migrationsTable: 'migrations',
    advisoryLockMode: 'wait',
    checkOrder: true,
    logger: {
      debug: () => undefined,
      info: () => undefined,
      warn: (message) => emit('migration.warned', { message }),
      error: (message) => emit('migration.failed', { message }),
    },
  });
  const names = ran.map(({ name }) => name);
  if (names.length > 0) emit('database.migrated', { migrations: names });
  return names;
}
