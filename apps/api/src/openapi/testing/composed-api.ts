import type { Database } from '@jobwire/db';
import { createEvents, createKeyRing, createLifecycle, loadConfig, systemClock } from '@jobwire/runtime';
import { testDatabase, testFolder } from '@jobwire/testing';
import type { Express } from 'express';

import { createAccessTokens } from '../../auth/access-tokens.ts';
import { compose } from '../../compose.ts';

/** What the tokens of a composed API are signed with. */
export const composedSecret = 'a secret that is long enough for a test';

/** The API as a process runs it. */
export interface ComposedApi {
  url: string;
  app: Express;
  db: Database;
  /** The token of an operator, who came by the one-time link. */
  operatorToken(): Promise<string>;
  stop(): Promise<void>;
}

/** Compose the whole API over a database of its own, with the PostgreSQL engine. */
export async function composedApi(env: Record<string, string> = {}): Promise<ComposedApi> {
  const database = await testDatabase();
  const folder = await testFolder();
  const config = loadConfig({
    NODE_ENV: 'test',
    PORT: '0',
    SECRET_KEY: composedSecret,
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
    async operatorToken() {
      const sessionId = crypto.randomUUID();
      await database.db.query(
        `INSERT INTO sessions (id, family_hash, token_hash, expires_at, admin)
         VALUES ($1, $2, $2, now() + interval '1 h', true)`,
        [sessionId, sessionId],
      );
      return createAccessTokens(createKeyRing(composedSecret), systemClock()).issue({ userId: null, sessionId });
    },
    async stop() {
      await lifecycle.stop('the test is over');
      await database.stop();
      await folder.stop();
    },
  };
}
