import { appError, type KeyRing, sameText, sign } from '@jobwire/runtime';
import { z } from 'zod';

/** Makes and checks addresses that anybody who has them may read until they expire. */
export interface SignedUrls {
  /**
   * Sign a path.
   *
   * @param version changes when the content behind the path does, so that no cache keeps the old one
   */
  sign(path: string, version: string): string;
  /**
   * Check the query of a signed path.
   *
   * @returns until when the address is good, in milliseconds since the epoch
   * @throws AppError SIGNATURE_INVALID when it is forged, expired or for another path
   */
  verify(path: string, query: unknown): number;
}

const dayMs = 86_400_000;
const queryOf = z.object({
  v: z.string().max(64),
  expires: z.string().regex(/^\d{1,12}$/),
  key: z.string().max(16),
  signature: z.string().max(64),
});

/**
 * Make the signer: HMAC-SHA256 over path, version, expiry and the key's id. All addresses of a day expire at the end of
 * the next one, so that the same image has the same address all day and caches can hit.
 */
export function createSignedUrls(keys: KeyRing, now: () => number = Date.now): SignedUrls {
  const key = keys('signed-url');
  const keyId = sign(key, 'id').slice(0, 8);
  const signatureOf = (path: string, version: string, expires: string): string =>
    sign(key, [path, version, expires, keyId].join('\n'));

  return {
    sign(path, version) {
      const expires = String(((Math.floor(now() / dayMs) + 2) * dayMs) / 1_000);
      const query = { v: version, expires, key: keyId, signature: signatureOf(path, version, expires) };
      return `${path}?${new URLSearchParams(query)}`;
    },
    verify(path, query) {
      const parsed = queryOf.safeParse(query);
      if (!parsed.success) throw appError('SIGNATURE_INVALID');
      const { v, expires, key: usedKey, signature } = parsed.data;
      const genuine = sameText(signature, signatureOf(path, v, expires)) && usedKey === keyId;
      if (!genuine || Number(expires) * 1_000 <= now()) throw appError('SIGNATURE_INVALID');
      return Number(expires) * 1_000;
    },
  };
}
