import { createEvents, createLog, loadConfig } from '@jobwire/runtime';

import { createDatabase } from './database.ts';
import { connectedProcesses, finishRestore } from './tables/restored-record.ts';

// `npm run restore:finish`: after a backup was restored, and before the first process starts.
const config = loadConfig(process.env);
const events = createEvents();
events.subscribe(createLog({ level: config.LOG_LEVEL, format: config.LOG_FORMAT, process: 'restore' }));
if (!config.DATABASE_URL) throw new Error('DATABASE_URL is not set: there is nothing that was restored');
const url = config.DATABASE_DIRECT_URL ?? config.DATABASE_URL;
const db = createDatabase({ url, name: 'jobwire-restore', maxConnections: 1, emit: events.emit });
try {
  const connected = await connectedProcesses(db);
  if (connected.length > 0) throw new Error(`Stop them first, they use the record: ${connected.join(', ')}`);
  events.emit('record.restored', { ...(await db.transaction(finishRestore)) });
} finally {
  await db.close();
}
