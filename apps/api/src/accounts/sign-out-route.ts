import { type Database, insertAuditEntry, revokeSession, revokeSessionBySecret, type Tx } from '@jobwire/db';
import { appError, type Clock, type Config } from '@jobwire/runtime';
import { type Request, Router } from 'express';

import type { Gatekeeper } from '../auth/caller.ts';
import type { CredentialWatch } from '../auth/credential-watch.ts';
import type { SessionCookie } from '../auth/session-cookie.ts';
import { hashesOf } from '../auth/session-secret.ts';
import { noBody } from '../http/no-body.ts';
import { onlyMethods } from '../http/only-methods.ts';
import { requireOwnOrigin } from '../http/own-origin.ts';

/** What the route needs. */
export interface SignOutRouteOptions {
  db: Database;
  gatekeeper: Pick<Gatekeeper, 'callerOf'>;
  cookie: SessionCookie;
  credentials: Pick<CredentialWatch, 'end'>;
  config: Pick<Config, 'PUBLIC_URL' | 'CORS_ORIGINS'>;
  clock: Clock;
}

/**
 * `POST /sign-out`: end the session of the cookie, or that of the access token for programs without cookies. Who is not
 * signed in is signed out already.
 */
export function signOutRoute(options: SignOutRouteOptions): Router {
  const { db, cookie, credentials } = options;
  const router = Router();
  router
    .route('/sign-out')
    .post(noBody(), async (request, response) => {
      const revoke = await revocationOf(request, options);
      const ended = await db.transaction(async (tx) => {
        const session = await revoke(tx);
        if (!session) return undefined;
        const actor = { kind: session.user_id === null ? 'admin' : 'user', id: session.user_id } as const;
        await insertAuditEntry(tx, { actor, action: 'session.revoked', subject: session.id });
        return session;
      });
      if (ended) credentials.end([ended.id]);
      response.append('Set-Cookie', cookie.clear()).status(204).end();
    })
    .all(onlyMethods('POST'));
  return router;
}

/** Revokes one session, which it returns; undefined when there was none to revoke. */
type Revocation = (tx: Tx) => Promise<{ id: string; user_id: string | null } | undefined>;

/**
 * How the session is told that a request means.
 *
 * @throws AppError UNAUTHENTICATED for a token that is not valid, FORBIDDEN for a key, and for another site's page
 */
async function revocationOf(
  request: Request,
  { gatekeeper, cookie, config, clock }: SignOutRouteOptions,
): Promise<Revocation> {
  const now = new Date(clock.now());
  const caller = await gatekeeper.callerOf(request);
  if (caller.kind === 'key') throw appError('FORBIDDEN', { detail: 'A key has no session' });
  if (caller.kind !== 'anonymous') {
    const { sessionId: id, userId } = caller;
    return async (tx) => ((await revokeSession(tx, { id, userId, now })) ? { id, user_id: userId } : undefined);
  }
  requireOwnOrigin(request, config.PUBLIC_URL, config.CORS_ORIGINS);
  const secret = cookie.read(request.headers.cookie);
  return async (tx) => (secret ? revokeSessionBySecret(tx, hashesOf(secret), now) : undefined);
}
