import { createDatabase, type Database } from '@jobwire/db';
import { adminEmails, type AppProcess, type Cast, createStops, startCast, startSystem } from '@jobwire/testing';

/** Servers that the system under test runs on. */
export interface TargetServers {
  databaseUrl: string;
  redisUrl: string | undefined;
}

/** A running API with somebody of every kind to call it. */
export interface Target {
  api: AppProcess;
  cast: Cast;
  db: Database;
  stop(): Promise<void>;
}

/**
 * Start an API without rate limits and with everybody who may call. Its worker runs what makes files and images; mails wait
 * for ever.
 */
export async function startTarget({ databaseUrl, redisUrl }: TargetServers): Promise<Target> {
  const stops = createStops();
  try {
    const db = createDatabase({ url: databaseUrl, name: 'fuzz', maxConnections: 2, emit: () => undefined });
    stops.add({ stop: () => db.close() });
    const system = await startSystem({
      databaseUrl,
      redisUrl,
      smtpUrl: 'smtp://127.0.0.1:9',
      env: { ADMIN_EMAILS: adminEmails, WORKER_JOBS: 'report.csv,image.thumbnail', LOG_LEVEL: 'warn' },
    });
    stops.add(system);
    const cast = await startCast(system.api.url, db);
    return { api: system.api, cast, db, stop: () => stops.stopAll() };
  } catch (error) {
    await stops.stopAll();
    throw error;
  }
}
