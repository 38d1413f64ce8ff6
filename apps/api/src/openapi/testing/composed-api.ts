import type { Database } from '@jobwire/db';
import { createEvents, createLifecycle, loadConfig } from '@jobwire/runtime';
import { testDatabase, testFolder } from '@jobwire/testing';
import type { Express } from 'express';

import { compose } from '../../compose.ts';

/** The API as a process runs it. */
export interface ComposedApi {
  url: string;
  app: Express;
  db: Database;
  stop(): Promise<void>;
}

/** Compose the whole API over a database of its own, with the PostgreSQL engine. */
export async function composedApi(env: Record<string, string> = {}): Promise<ComposedApi> {
  const database = await testDatabase();
  const folder = await testFolder();
  const config = loadConfig({
    NODE_ENV: 'test',
    PORT: '0',
    SECRET_KEY: 'a secret that is long enough for a test',
    DATABASE_URL: database.url,
    STORAGE_URL: `file:${folder.path}`,
    ...env,
  });
  const events = createEvents();
  const { emit } = events;
  const lifecycle = createLifecycle(emit);
  const leave = (reason: string): never => {
    throw new Error(reason);
  };
  const { url, app } = await compose({ config, events, emit, lifecycle, leave: async (reason) => leave(reason) });
  return {
    url,
    app,
    db: database.db,
    async stop() {
      await lifecycle.stop('the test is over');
      await database.stop();
      await folder.stop();
    },
  };
}
