/**
 * The Message-ID of a mail (RFC 5322 §3.6.4), the same for every copy of it.
 *
 * @param mailFrom MAIL_FROM, whose domain it is under
 */
export function messageIdOf(emailId: string, mailFrom: string): string {
  const domain = /@([^\s@<>]+)>?\s*$/.exec(mailFrom)?.[1] ?? 'localhost';
  return `<verify-email.${emailId}@${domain}>`;
}
