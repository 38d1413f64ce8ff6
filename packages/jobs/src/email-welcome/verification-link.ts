import { type KeyRing, sign } from '@jobwire/runtime';

/** What the link of a mail is for. Both verify the address and sign in; they differ in how long they live. */
export type LinkPurpose = 'verify-email' | 'sign-in';

const hour = 60 * 60 * 1_000;

/**
 * How long the link of a mail may be used, in milliseconds. Who registers may come back tomorrow; who signs in sits in
 * front of the page that asked for it.
 */
export const linkLifetimeMs: Readonly<Record<LinkPurpose, number>> = { 'verify-email': 24 * hour, 'sign-in': hour };

/**
 * Derive the token of a mail's link. It is computed where it is needed and stored nowhere: the record has its SHA-256,
 * the engine has neither, and every retry of the mail carries the same link.
 */
export function verificationToken(keys: KeyRing, purpose: LinkPurpose, emailId: string): string {
  return sign(keys('verification-token'), `${purpose}|${emailId}`);
}

/**
 * The link of a mail.
 *
 * @param publicUrl PUBLIC_URL, without a slash at the end
 */
export function verificationLink(publicUrl: string, token: string): string {
  return `${publicUrl}/verify?token=${token}`;
}
