export { type ChildEnd, childEnd, endChild } from './child.ts';
export { freePort } from './free-port.ts';
export { type Inbox, type InboxOptions, startInbox } from './inbox.ts';
export { type EmbeddedPostgres, type PostgresOptions, startPostgres } from './postgres.ts';
