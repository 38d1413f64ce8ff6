import { randomToken, sha256 } from '@jobwire/runtime';

/** What a browser holds of a session: the part that stays, and the part that every renewal replaces. */
export interface SessionSecret {
  family: string;
  token: string;
}

/** What the record holds of it. */
export interface SessionHashes {
  familyHash: string;
  tokenHash: string;
}

/** Make the secret of a new session: twice 256 random bits. */
export function newSessionSecret(): SessionSecret {
  return { family: randomToken(), token: randomToken() };
}

/** The secret as a cookie's value. */
export function cookieValueOf({ family, token }: SessionSecret): string {
  return `${family}.${token}`;
}

/** Read a cookie's value; undefined when it cannot be a session's. */
export function readCookieValue(value: string): SessionSecret | undefined {
  const [, family, token] = /^([\w-]{43})\.([\w-]{43})$/.exec(value) ?? [];
  return family === undefined || token === undefined ? undefined : { family, token };
}

/** The hashes by which the record knows a secret. */
export function hashesOf({ family, token }: SessionSecret): SessionHashes {
  return { familyHash: sha256(family), tokenHash: sha256(token) };
}
