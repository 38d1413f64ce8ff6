import type { Clock, KeyRing } from '@jobwire/runtime';
import { jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';

/** Who an access token is for: a user, by way of a session that can be revoked. */
export interface AccessClaims {
  userId: string;
  sessionId: string;
}

/** Issues and reads access tokens. */
export interface AccessTokens {
  /** One hour's access. */
  issue(claims: AccessClaims): Promise<string>;
  /** Whose token it is; undefined when it is forged, expired or for something else. The session is not asked. */
  read(token: string): Promise<AccessClaims | undefined>;
}

const lifetimeSeconds = 60 * 60;
const algorithm = 'HS256';
const claims = z.object({ sub: z.uuid(), sid: z.uuid() });

/** Make the office of access tokens: JWTs (RFC 7519) with a fixed algorithm, issuer and audience. */
export function createAccessTokens(keys: KeyRing, clock: Clock): AccessTokens {
  const key = keys('access-token');
  return {
    issue: ({ userId, sessionId }) =>
      new SignJWT({ sid: sessionId })
        .setProtectedHeader({ alg: algorithm, typ: 'JWT' })
        .setIssuer('jobwire')
        .setAudience('access')
        .setSubject(userId)
        .setExpirationTime(Math.floor(clock.now() / 1_000) + lifetimeSeconds)
        .sign(key),
    async read(token) {
      try {
        const { payload } = await jwtVerify(token, key, {
          algorithms: [algorithm],
          issuer: 'jobwire',
          audience: 'access',
          currentDate: new Date(clock.now()),
        });
        const parsed = claims.safeParse(payload);
        return parsed.success ? { userId: parsed.data.sub, sessionId: parsed.data.sid } : undefined;
      } catch {
        // jose throws for every way in which a token is not ours: to the caller they are all the same.
        return undefined;
      }
    },
  };
}
