import { type Client, createClient } from '@jobwire/client';

import { testFolder } from '../folder.ts';
import { type AppProcess, startApp } from './app-process.ts';

/** What the system runs on. */
export interface SystemServers {
  databaseUrl: string;
  redisUrl: string | undefined;
  smtpUrl: string;
  env?: Record<string, string>;
}

/** A whole Jobwire: one api and any number of workers, as processes. */
export interface System {
  api: AppProcess;
  workers: AppProcess[];
  client(): Client;
  /** Start one more worker, with other settings where some are given. */
  startWorker(env?: Record<string, string>): Promise<AppProcess>;
  /** Start one more api, with other settings where some are given. */
  startApi(env?: Record<string, string>): Promise<AppProcess>;
  stop(): Promise<void>;
}

/** What the tests' systems sign with. */
export const systemSecret = 'a key of the tests, at least 32 characters long';

/** Start an api and one worker on real servers. */
export async function startSystem({ databaseUrl, redisUrl, smtpUrl, env = {} }: SystemServers): Promise<System> {
  const folder = await testFolder('system');
  const shared: Record<string, string> = {
    NODE_ENV: 'test',
    LOG_FORMAT: 'json',
    LOG_LEVEL: 'info',
    DATABASE_URL: databaseUrl,
    SMTP_URL: smtpUrl,
    SECRET_KEY: systemSecret,
    DATA_DIR: folder.path,
    RATE_LIMITS: 'off',
    PORT: '0',
    WORKER_PORT: '0',
    ...(redisUrl ? { REDIS_URL: redisUrl } : {}),
    ...env,
  };
  const api = await startApp('api', shared);
  const apis = [api];
  const workers = [await startApp('worker', shared)];
  const start = async (name: AppProcess['name'], list: AppProcess[], other = {}): Promise<AppProcess> => {
    const app = await startApp(name, { ...shared, ...other });
    list.push(app);
    return app;
  };
  return {
    api,
    workers,
    client: () => createClient({ baseUrl: api.url }),
    startWorker: (other) => start('worker', workers, other),
    startApi: (other) => start('api', apis, other),
    async stop() {
      await Promise.all([...apis, ...workers].map((app) => app.kill()));
      await folder.stop();
    },
  };
}
