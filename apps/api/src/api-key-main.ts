import { createDatabase } from '@jobwire/db';
import { createEvents, createLog, loadConfig } from '@jobwire/runtime';

import { keyCommand } from './api-keys/key-command.ts';

const config = loadConfig(process.env);
const { emit, subscribe } = createEvents();
// Standard output is for the answer alone.
subscribe(
  createLog({ level: config.LOG_LEVEL, format: config.LOG_FORMAT, process: 'api-key', stream: process.stderr }),
);
if (!config.DATABASE_URL) throw new Error('DATABASE_URL is not set: start the system first');
const db = createDatabase({ url: config.DATABASE_URL, name: 'api-key', maxConnections: 1, emit });
try {
  const { text, failed } = await keyCommand(db, process.argv.slice(2));
  (failed ? process.stderr : process.stdout).write(`${text}\n`);
  if (failed) process.exitCode = 1;
} finally {
  await db.close();
}
