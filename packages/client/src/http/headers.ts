/** The header that carries a token; none for a stranger. */
export function bearer(token: string | undefined): Record<string, string> {
  return token === undefined ? {} : { authorization: `Bearer ${token}` };
}

/** The header that makes a repetition safe, where a key is given. */
export function keyHeader(idempotencyKey: string | undefined): Record<string, string> {
  return idempotencyKey === undefined ? {} : { 'Idempotency-Key': idempotencyKey };
}

/** The header that says in which language to answer; without one the platform's own is sent, if it has one. */
export function languageHeader(language: (() => string | undefined) | undefined): Record<string, string> {
  const wanted = language?.();
  return wanted === undefined ? {} : { 'Accept-Language': wanted };
}
