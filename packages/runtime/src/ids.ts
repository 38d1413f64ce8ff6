import { randomBytes, randomUUID } from 'node:crypto';

/**
 * Make a UUIDv7 (RFC 9562 §5.7): 48 bits of milliseconds, then 74 random bits, so that ids sort by time of creation and
 * the application can name a row before the database has seen it. The random bits are those of a UUIDv4, which Node makes
 * from a pool, ten times faster than asking for them one id at a time.
 *
 * @param nowMs milliseconds since the epoch
 */
export function uuidv7(nowMs: number = Date.now()): string {
  const time = nowMs.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}

/** Make a token of 256 random bits, in base64url. */
export function randomToken(): string {
  return randomBytes(32).toString('base64url');
}
