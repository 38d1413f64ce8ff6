import { randomBytes } from 'node:crypto';

/**
 * Make a UUIDv7 (RFC 9562 §5.7): 48 bits of milliseconds, then 74 random bits, so that ids sort by time of creation
 * and the application can name a row before the database has seen it.
 *
 * @param nowMs milliseconds since the epoch
 */
export function uuidv7(nowMs: number = Date.now()): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(nowMs, 0, 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Make a token of 256 random bits, in base64url. */
export function randomToken(): string {
  return randomBytes(32).toString('base64url');
}
