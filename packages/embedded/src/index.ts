export { type ChildEnd, childEnd, endChild } from './child.ts';
export { freePort } from './free-port.ts';
export { type EmbeddedPostgres, type PostgresOptions, startPostgres } from './postgres.ts';
