import type { NewSession } from '@jobwire/db';
import { uuidv7 } from '@jobwire/runtime';
import type { Request } from 'express';

import { hashesOf, newSessionSecret, type SessionSecret } from './session-secret.ts';

/** Longest description of a browser that is kept, in characters. */
const longestUserAgent = 200;

/**
 * Make a session for the browser that sent a request. Its secret is always new: what the browser brought along is not
 * looked at, so nobody can plant a session that somebody else then signs in to.
 *
 * @param expiresAtMs milliseconds since the epoch
 */
export function newSession(request: Request, expiresAtMs: number): { session: NewSession; secret: SessionSecret } {
  const secret = newSessionSecret();
  const userAgent = request.get('user-agent')?.slice(0, longestUserAgent) ?? null;
  return { session: { id: uuidv7(), ...hashesOf(secret), expiresAt: new Date(expiresAtMs), userAgent }, secret };
}
