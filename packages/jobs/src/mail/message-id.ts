import type { LinkPurpose } from '../email-welcome/verification-link.ts';

/** What a mail is for: `verify-email` and `sign-in` carry a link, `send` is what another program wrote,
 * `notification` tells of one. */
export type MailPurpose = LinkPurpose | 'send' | 'notification';

/**
 * The Message-ID of a mail (RFC 5322 §3.6.4), the same for every copy of it.
 *
 * @param mailFrom MAIL_FROM, whose domain it is under
 */
export function messageIdOf(purpose: MailPurpose, emailId: string, mailFrom: string): string {
  const domain = /@([^\s@<>]+)>?\s*$/.exec(mailFrom)?.[1] ?? 'localhost';
  return `<${purpose}.${emailId}@${domain}>`;
}
