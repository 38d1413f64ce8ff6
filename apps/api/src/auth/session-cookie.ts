import { cookieValueOf, readCookieValue, type SessionSecret } from './session-secret.ts';

/** The cookie that carries a session's secret. */
export interface SessionCookie {
  readonly name: string;
  /** The secret in a `Cookie` header, if it is there. */
  read(header: string | undefined): SessionSecret | undefined;
  /**
   * The `Set-Cookie` header of a new session.
   *
   * @param maxAgeMs how long the session lasts, in milliseconds
   */
  write(secret: SessionSecret, maxAgeMs: number): string;
  /** The `Set-Cookie` header that makes a browser forget its session. */
  clear(): string;
}

/**
 * Make the session cookie: under TLS with the prefix `__Host-`, which browsers take from this host and over TLS alone
 * (RFC 6265bis §4.1.3.2); scripts cannot read it and other sites cannot make a browser send it.
 */
export function createSessionCookie(publicUrl: string): SessionCookie {
  const secure = publicUrl.startsWith('https:');
  const name = secure ? '__Host-jobwire' : 'jobwire';
  // A cookie is only replaced by one of the same name, path and flags.
  const setCookie = (value: string, maxAgeSeconds: number): string =>
    `${name}=${value}; Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`;
  return {
    name,
    read(header) {
      for (const pair of header?.split(';') ?? []) {
        const [key, value] = pair.trim().split('=', 2);
        if (key === name && value) return readCookieValue(value);
      }
      return undefined;
    },
    write: (secret, maxAgeMs) => setCookie(cookieValueOf(secret), Math.floor(maxAgeMs / 1_000)),
    clear: () => setCookie('', 0),
  };
}
