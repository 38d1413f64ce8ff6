import { createDatabase, makeAdminLink } from '@jobwire/db';
import { createEvents, createLog, loadConfig, systemClock } from '@jobwire/runtime';

const config = loadConfig(process.env);
const { emit, subscribe } = createEvents();
// Standard output is for the link alone.
subscribe(
  createLog({ level: config.LOG_LEVEL, format: config.LOG_FORMAT, process: 'admin-link', stream: process.stderr }),
);
if (!config.DATABASE_URL) throw new Error('DATABASE_URL is not set: start the system first');
const db = createDatabase({ url: config.DATABASE_URL, name: 'admin-link', maxConnections: 1, emit });
try {
  process.stdout.write(`${await makeAdminLink(db, config.PUBLIC_URL, systemClock())}\n`);
} finally {
  await db.close();
}
