/** The cookie that carries a session's token. */
export interface SessionCookie {
  readonly name: string;
  /** The token in a `Cookie` header, if it is there. */
  read(header: string | undefined): string | undefined;
  /**
   * The `Set-Cookie` header of a new session.
   *
   * @param maxAgeMs how long the session lasts, in milliseconds
   */
  write(token: string, maxAgeMs: number): string;
}

/**
 * Make the session cookie: under TLS with the prefix `__Host-`, which browsers take from this host and over TLS alone
 * (RFC 6265bis §4.1.3.2); scripts cannot read it and other sites cannot make a browser send it.
 */
export function createSessionCookie(publicUrl: string): SessionCookie {
  const secure = publicUrl.startsWith('https:');
  const name = secure ? '__Host-jobwire' : 'jobwire';
  return {
    name,
    read(header) {
      for (const pair of header?.split(';') ?? []) {
        const [key, value] = pair.trim().split('=', 2);
        if (key === name && value) return value;
      }
      return undefined;
    },
    write: (token, maxAgeMs) =>
      `${name}=${token}; Path=/; Max-Age=${Math.floor(maxAgeMs / 1_000)}; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`,
  };
}
