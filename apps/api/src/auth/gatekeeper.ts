import { findSession, findSessionBySecret, type OpenSession, type Tx } from '@jobwire/db';
import { appError, type Clock } from '@jobwire/runtime';
import type { Request } from 'express';

import type { AccessTokens } from './access-tokens.ts';
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
  clock: Clock;
}

/** Make the gatekeeper. A bearer token may be an access token or a ticket; a ticket's holder stays a stranger. */
export function createGatekeeper({ db, accessTokens, tickets, cookie, clock }: GatekeeperOptions): Gatekeeper {
  const callerOfToken = async (token: string): Promise<Caller> => {
    const claims = await accessTokens.read(token);
    const session = claims && (await findSession(db, claims.sessionId, new Date(clock.now())));
    if (!session || session.user_id !== claims?.userId) throw appError('UNAUTHENTICATED');
    return callerOfSession(session);
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
      const session = secret && (await findSessionBySecret(db, hashesOf(secret), new Date(clock.now())));
      const caller = session ? callerOfSession(session) : undefined;
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

function callerOfSession({ id, user_id: userId, admin }: OpenSession): AdminCaller | Extract<Caller, { kind: 'user' }> {
  if (admin) return { kind: 'admin', role: 'operator', userId, sessionId: id };
  // Only an administrator's session may be without a user; the record is not to be trusted with less.
  if (userId === null) throw appError('UNAUTHENTICATED');
  return { kind: 'user', userId, sessionId: id };
}

/** The token of `Authorization: Bearer` (RFC 6750 §2.1). */
function bearerOf(request: Request): string | undefined {
  return /^Bearer +(.+)$/i.exec(request.get('authorization') ?? '')?.[1];
}
