import { findApiKey, findSession, findSessionBySecret, type OpenSession, type Tx } from '@jobwire/db';
import { type AdminEmail, appError, type Clock, type Config, sha256 } from '@jobwire/runtime';

import type { AccessTokens } from './access-tokens.ts';
import { isApiKey } from './api-key-text.ts';
import { bearerOf } from './bearer.ts';
import type { AdminCaller, Caller, Gatekeeper } from './caller.ts';
import type { SessionCookie } from './session-cookie.ts';
import { hashesOf } from './session-secret.ts';
import type { Tickets } from './tickets.ts';

/** What the gatekeeper needs. */
export interface GatekeeperOptions {
  db: Tx;
  accessTokens: AccessTokens;
  tickets: Tickets;
  cookie: SessionCookie;
  config: Pick<Config, 'ADMIN_EMAILS'>;
  clock: Clock;
}

/**
 * Make the gatekeeper. A bearer token may be an access token, an API key or a ticket; a ticket's holder stays a stranger.
 * Sessions, keys and roles are those of now: the record is asked each time.
 */
export function createGatekeeper(options: GatekeeperOptions): Gatekeeper {
  const { db, accessTokens, tickets, cookie, config, clock } = options;
  const now = (): Date => new Date(clock.now());

  const callerOfKey = async (key: string): Promise<Caller> => {
    const found = await findApiKey(db, sha256(key), now());
    if (!found) throw appError('UNAUTHENTICATED');
    return { kind: 'key', keyId: found.id, jobs: found.jobs };
  };
  const callerOfToken = async (token: string): Promise<Caller> => {
    if (isApiKey(token)) return callerOfKey(token);
    const claims = await accessTokens.read(token);
    const session = claims && (await findSession(db, claims.sessionId, now()));
    if (!session || session.user_id !== claims.userId) throw appError('UNAUTHENTICATED');
    return { ...callerOfSession(session, config.ADMIN_EMAILS), expiresAt: claims.expiresAt };
  };

  return {
    callerOfToken,
    async callerOf(request) {
      const token = bearerOf(request);
      if (token === undefined || (await tickets.read(token))) return { kind: 'anonymous' };
      return callerOfToken(token);
    },
    async adminOf(cookieHeader) {
      const secret = cookie.read(cookieHeader);
      const session = secret && (await findSessionBySecret(db, hashesOf(secret), now()));
      const caller = session ? callerOfSession(session, config.ADMIN_EMAILS) : undefined;
      return caller?.kind === 'admin' ? caller : undefined;
    },
    async ticketOf(request) {
      const ticket = request.query['ticket'] ?? bearerOf(request);
      return typeof ticket === 'string' ? tickets.read(ticket) : undefined;
    },
    readTicket: (ticket) => tickets.read(ticket),
    issueTicket: (scope) => tickets.issue(scope),
  };
}

function callerOfSession(
  session: OpenSession,
  admins: readonly AdminEmail[],
): AdminCaller | Extract<Caller, { kind: 'user' }> {
  const { id: sessionId, user_id: userId, admin } = session;
  if (admin) return { kind: 'admin', role: 'operator', userId, sessionId };
  // Only an administrator's session may be without a user; the record is not to be trusted with less.
  if (userId === null) throw appError('UNAUTHENTICATED');
  const role = roleOf(session, admins);
  return role ? { kind: 'admin', role, userId, sessionId } : { kind: 'user', userId, sessionId };
}

/** The bearer's role; an address that nobody has proven to be theirs gives none. */
function roleOf(
  { email_key: emailKey, verified_at: verifiedAt }: OpenSession,
  admins: readonly AdminEmail[],
): AdminEmail['role'] | undefined {
  return verifiedAt ? admins.find((admin) => admin.emailKey === emailKey)?.role : undefined;
}
