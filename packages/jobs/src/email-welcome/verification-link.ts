import { type KeyRing, sign } from '@jobwire/runtime';

/** How long the link of a mail may be used, in milliseconds. */
export const verificationLifetimeMs = 24 * 60 * 60 * 1_000;

/**
 * Derive the token of a mail's link. It is computed where it is needed and stored nowhere: the record has its SHA-256,
 * the engine has neither, and every retry of the mail carries the same link.
 */
export function verificationToken(keys: KeyRing, emailId: string): string {
  return sign(keys('verification-token'), `verify-email|${emailId}`);
}

/**
 * The link of a mail.
 *
 * @param publicUrl PUBLIC_URL, without a slash at the end
 */
export function verificationLink(publicUrl: string, token: string): string {
  return `${publicUrl}/verify?token=${token}`;
}
