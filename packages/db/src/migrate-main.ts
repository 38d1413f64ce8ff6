import { createEvents, createLog, loadConfig } from '@jobwire/runtime';

import { migrate } from './migrate.ts';

const config = loadConfig(process.env);
const events = createEvents();
events.subscribe(createLog({ level: config.LOG_LEVEL, format: config.LOG_FORMAT, process: 'migrate' }));
if (!config.DATABASE_URL) throw new Error('DATABASE_URL is not set: there is nothing to migrate');
await migrate(config.DATABASE_DIRECT_URL ?? config.DATABASE_URL, events.emit);
