import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startPostgres } from '@jobwire/embedded';

// A process of its own, started by jest-setup.mjs: it outlives a killed Jest just long enough to clean up after it.
const folder = await mkdtemp(join(tmpdir(), 'jobwire-test-'));
const postgres = await startPostgres({
  dataDir: join(folder, 'postgres'),
  settings: {
    max_connections: '300',
    // The shared server is thrown away; tests of faults start their own, with fsync.
    fsync: 'off',
    full_page_writes: 'off',
    // Every database of every test file would be visited at each round.
    autovacuum: 'off',
  },
  emit: () => undefined,
});

const stop = async (): Promise<void> => {
  await postgres.stop();
  // Servers of killed tests may write a little longer.
  await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  process.exit(0);
};
process.on('disconnect', () => void stop());
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
// Jest may have gone while the server started.
if (process.connected) process.send?.({ databaseUrl: postgres.url, folder });
else await stop();
