import { type Clock, randomToken, sha256 } from '@jobwire/runtime';

import type { Tx } from './database.ts';
import { insertAdminToken } from './tables/verification-tokens.ts';

/** How long an administrator's link may be used, in milliseconds. */
const adminLinkLifetimeMs = 15 * 60 * 1_000;

/**
 * Make a link that opens an administrator's session once, within 15 minutes.
 *
 * @param publicUrl PUBLIC_URL, without a slash at the end
 */
export async function makeAdminLink(tx: Tx, publicUrl: string, clock: Clock): Promise<string> {
  const token = randomToken();
  const expiresAt = new Date(clock.now() + adminLinkLifetimeMs);
  await insertAdminToken(tx, { hash: sha256(token), expiresAt });
  return `${publicUrl}/admin/enter?token=${token}`;
}
