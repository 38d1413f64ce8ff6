import { createDatabase, makeAdminLink } from '@jobwire/db';
import type { Clock, Emit } from '@jobwire/runtime';

/** For which system a link is made. */
export interface AdminLinkOptions {
  databaseUrl: string;
  /** Address of the API. */
  api: string;
  clock: Clock;
  emit: Emit;
}

/**
 * Make a one-time link that opens the administration.
 *
 * @returns `undefined` when that failed, which keeps nothing else from working
 */
export async function adminLink({ databaseUrl, api, clock, emit }: AdminLinkOptions): Promise<string | undefined> {
  const db = createDatabase({ url: databaseUrl, name: 'jobwire-standalone', maxConnections: 1, emit });
  try {
    return await makeAdminLink(db, api, clock);
  } catch (error) {
    emit('admin-link.failed', { error });
    return undefined;
  } finally {
    await db.close();
  }
}
