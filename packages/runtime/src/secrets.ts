import { createHash, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** What a key derived from SECRET_KEY may be used for; a key of one purpose says nothing about the others. */
export type KeyPurpose = 'ticket' | 'access-token' | 'verification-token' | 'signed-url' | 'cursor' | 'rate-limit';

/** Keys by purpose, derived once from SECRET_KEY. */
export type KeyRing = (purpose: KeyPurpose) => Buffer;

/**
 * Derive one 256-bit key per purpose from the process's secret (HKDF-SHA256, RFC 5869).
 *
 * @param secretKey SECRET_KEY, at least 32 characters
 */
export function createKeyRing(secretKey: string): KeyRing {
  const derived = new Map<KeyPurpose, Buffer>();
  return (purpose) => {
    const known = derived.get(purpose);
    if (known) return known;
    const key = Buffer.from(hkdfSync('sha256', secretKey, 'jobwire', purpose, 32));
    derived.set(purpose, key);
    return key;
  };
}

/** Sign a text with HMAC-SHA256; base64url, 43 characters. */
export function sign(key: Buffer, text: string): string {
  return createHmac('sha256', key).update(text).digest('base64url');
}

/** Compare two texts without letting the time taken tell where they differ. */
export function sameText(a: string, b: string): boolean {
  const left = createHash('sha256').update(a).digest();
  const right = createHash('sha256').update(b).digest();
  return timingSafeEqual(left, right);
}

/** SHA-256 of a text in hex: how tokens are stored, never the token itself. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
