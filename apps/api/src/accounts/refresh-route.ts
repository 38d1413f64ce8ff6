import {
  type Database,
  findUser,
  insertAuditEntry,
  type RenewalOutcome,
  type RenewedSession,
  renewSession,
} from '@jobwire/db';
import { appError, type Clock, type Config, randomToken, sha256 } from '@jobwire/runtime';
import { Router } from 'express';
import { z } from 'zod';

import type { AccessTokens } from '../auth/access-tokens.ts';
import type { Gatekeeper } from '../auth/caller.ts';
import type { CredentialWatch } from '../auth/credential-watch.ts';
import type { SessionCookie } from '../auth/session-cookie.ts';
import { hashesOf, type SessionSecret } from '../auth/session-secret.ts';
import { noBody } from '../http/no-body.ts';
import { onlyMethods } from '../http/only-methods.ts';
import { requireOwnOrigin } from '../http/own-origin.ts';
import { userRoleOf, userView, userViewSchema } from './user-view.ts';

/** What the route needs. */
export interface RefreshRouteOptions {
  db: Database;
  gatekeeper: Pick<Gatekeeper, 'callerOfToken'>;
  accessTokens: AccessTokens;
  cookie: SessionCookie;
  credentials: Pick<CredentialWatch, 'end'>;
  config: Pick<Config, 'PUBLIC_URL' | 'CORS_ORIGINS'>;
  clock: Clock;
}

/**
 * `POST /refresh`: an access token for the holder of a session's cookie. The cookie's changing part is replaced each
 * time, so that of two holders of one cookie the second gives both away.
 */
export function refreshRoute(options: RefreshRouteOptions): Router {
  const { cookie, config, clock, credentials } = options;
  const router = Router();
  router
    .route('/refresh')
    .post(noBody(), async (request, response) => {
      requireOwnOrigin(request, config.PUBLIC_URL, config.CORS_ORIGINS);
      const secret = cookie.read(request.headers.cookie);
      const nextToken = randomToken();
      const outcome: RenewalOutcome = secret ? await renew(secret, nextToken, options) : { kind: 'ended' };
      if (outcome.kind === 'reused') credentials.end([outcome.session.id]);
      if (!secret || outcome.kind === 'ended' || outcome.kind === 'reused') {
        response.append('Set-Cookie', cookie.clear());
        throw appError('UNAUTHENTICATED', { detail: 'The session has ended: sign in again' });
      }
      // After `recent` the browser has the newest cookie already, from the answer to its other tab.
      if (outcome.kind === 'renewed') {
        const remainingMs = outcome.session.expires_at.getTime() - clock.now();
        response.append('Set-Cookie', cookie.write({ ...secret, token: nextToken }, remainingMs));
      }
      response.set('Cache-Control', 'no-store').json(await accessOf(outcome.session, options));
    })
    .all(onlyMethods('POST'));
  return router;
}

function renew(secret: SessionSecret, nextToken: string, { db, clock }: RefreshRouteOptions): Promise<RenewalOutcome> {
  const renewal = { ...hashesOf(secret), nextTokenHash: sha256(nextToken), now: new Date(clock.now()) };
  return db.transaction(async (tx) => {
    const outcome = await renewSession(tx, renewal);
    if (outcome.kind === 'reused') {
      const actor = { kind: 'system', id: null } as const;
      await insertAuditEntry(tx, { actor, action: 'session.reused', subject: outcome.session.id });
    }
    return outcome;
  });
}

/** What a session gives access to. */
export const accessSchema = z.object({
  accessToken: z.string().meta({ description: 'A bearer token, good for an hour' }),
  user: userViewSchema.nullable().meta({ description: 'Null for the session of the one-time admin link' }),
});

async function accessOf(
  { id: sessionId, user_id: userId }: RenewedSession,
  { db, accessTokens, gatekeeper }: RefreshRouteOptions,
): Promise<z.output<typeof accessSchema>> {
  const accessToken = await accessTokens.issue({ userId, sessionId });
  const role = userRoleOf(await gatekeeper.callerOfToken(accessToken));
  const user = userId === null ? undefined : await findUser(db, userId);
  return { accessToken, user: user ? userView(user, role) : null };
}
