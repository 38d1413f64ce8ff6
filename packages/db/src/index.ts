export { createDatabase, type Database, type DatabaseOptions, type Tx } from './database.ts';
export { isUnavailable, isUniqueViolation, sqlState } from './failures.ts';
export { migrate } from './migrate.ts';
