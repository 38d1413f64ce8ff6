import type { Clock, KeyRing } from '@jobwire/runtime';
import { jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';

/** Who an access token is for: whoever a session belongs to, which can be revoked. */
export interface AccessClaims {
  /** Null for the session of the one-time admin link. */
  userId: string | null;
  sessionId: string;
}

/** What is known of a token that is good. */
export interface ReadClaims extends AccessClaims {
  /** Milliseconds since the epoch. */
  expiresAt: number;
}

/** Issues and reads access tokens. */
export interface AccessTokens {
  /** One hour's access. */
  issue(claims: AccessClaims): Promise<string>;
  /** Whose token it is; undefined when it is forged, expired or for something else. The session is not asked. */
  read(token: string): Promise<ReadClaims | undefined>;
}

const lifetimeSeconds = 60 * 60;
const algorithm = 'HS256';
/** Says what kind of token it is, so that none is taken for another (RFC 8725 §3.11, RFC 9068 §2.1). */
const type = 'at+jwt';
const claims = z.object({ sub: z.uuid().optional(), sid: z.uuid(), exp: z.number() });

/** Make the office of access tokens: JWTs (RFC 7519) with a fixed algorithm, type, issuer and audience. */
export function createAccessTokens(keys: KeyRing, clock: Clock): AccessTokens {
  const key = keys('access-token');
  return {
    issue({ userId, sessionId }) {
      const token = new SignJWT({ sid: sessionId })
        .setProtectedHeader({ alg: algorithm, typ: type })
        .setIssuer('jobwire')
        .setAudience('access')
        .setExpirationTime(Math.floor(clock.now() / 1_000) + lifetimeSeconds);
      return (userId === null ? token : token.setSubject(userId)).sign(key);
    },
    async read(token) {
      try {
        const { payload } = await jwtVerify(token, key, {
          algorithms: [algorithm],
          typ: type,
          issuer: 'jobwire',
          audience: 'access',
          requiredClaims: ['exp'],
          currentDate: new Date(clock.now()),
        });
        const parsed = claims.safeParse(payload);
        if (!parsed.success) return undefined;
        const { sub = null, sid, exp } = parsed.data;
        return { userId: sub, sessionId: sid, expiresAt: exp * 1_000 };
      } catch {
        // jose throws for every way in which a token is not ours: to the caller they are all the same.
        return undefined;
      }
    },
  };
}
