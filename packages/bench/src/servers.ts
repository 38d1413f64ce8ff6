import { createDatabase, type Database, migrate } from '@jobwire/db';
import { type EmbeddedPostgres, startPostgres } from '@jobwire/embedded';
import { testFolder, testRedis } from '@jobwire/testing';

/** Servers of one bench run, with the settings of production: fsync on, AOF every second. */
export interface BenchServers {
  databaseUrl: string;
  /** Undefined where the machine has no redis-server. */
  redisUrl: string | undefined;
  db: Database;
  postgres: EmbeddedPostgres;
  stop(): Promise<void>;
}

/** Start PostgreSQL and Redis in temporary folders on free ports, and migrate. */
export async function startServers(): Promise<BenchServers> {
  const emit = (): void => undefined;
  const folder = await testFolder('bench');
  const postgres = await startPostgres({ dataDir: `${folder.path}/pg`, emit });
  const redis = await testRedis({ appendOnly: true, args: ['--appendfsync', 'everysec'] });
  await migrate(postgres.url, emit);
  const db = createDatabase({ url: postgres.url, name: 'bench', maxConnections: 20, emit });
  return {
    databaseUrl: postgres.url,
    redisUrl: redis?.url,
    db,
    postgres,
    async stop() {
      await db.close();
      await redis?.stop();
      await postgres.stop();
      await folder.stop();
    },
  };
}

/** Measure on servers of its own: every measurement gets an empty record and an empty engine. */
export async function onServers(measure: (servers: BenchServers) => Promise<void>): Promise<void> {
  const servers = await startServers();
  try {
    await measure(servers);
  } finally {
    await servers.stop();
  }
}
