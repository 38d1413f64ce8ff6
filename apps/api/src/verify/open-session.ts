import {
  type Database,
  findLink,
  forgetBounce,
  insertAuditEntry,
  type LinkPurpose,
  type LinkUse,
  type UserRow,
  useVerificationToken,
} from '@jobwire/db';
import { type Clock, sha256 } from '@jobwire/runtime';
import type { Request, Response } from 'express';

import { newSession } from '../auth/new-session.ts';
import type { SessionCookie } from '../auth/session-cookie.ts';
import { linkRefusal } from './link-token.ts';

/** The links that open a session. */
export const signInLinks: readonly LinkPurpose[] = ['verify-email', 'sign-in'];

/** How long a person stays signed in with a browser, in milliseconds. Renewing the cookie does not make it longer. */
const sessionLifetimeMs = 30 * 24 * 60 * 60 * 1_000;

/**
 * Spend a link's token, and give the browser the cookie of the session that it opens.
 *
 * @throws AppError TOKEN_USED, TOKEN_EXPIRED or TOKEN_INVALID
 */
export async function openSession(
  token: string,
  { request, response }: { request: Request; response: Response },
  { db, cookie, clock }: { db: Database; cookie: SessionCookie; clock: Clock },
): Promise<{ user: UserRow; sessionId: string }> {
  const now = new Date(clock.now());
  const { session, secret } = newSession(request, now.getTime() + sessionLifetimeMs);
  const tokenHash = sha256(token);
  const user = await signIn(db, { tokenHash, now, session });
  if (!user) throw linkRefusal((await findLink(db, signInLinks, tokenHash, now))?.state);
  response.append('Set-Cookie', cookie.write(secret, sessionLifetimeMs));
  return { user, sessionId: session.id };
}

/** Whoever has the link reads the mails of the address: a bounce of before does not count any more. */
function signIn(db: Database, use: LinkUse): Promise<UserRow | undefined> {
  return db.transaction(async (tx) => {
    const user = await useVerificationToken(tx, use);
    if (!user) return undefined;
    await forgetBounce(tx, user.email_key);
    const actor = { kind: 'user', id: user.id } as const;
    await insertAuditEntry(tx, { actor, action: 'user.signed-in', subject: use.session.id });
    return user;
  });
}
