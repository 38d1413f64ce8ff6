import { z } from 'zod';

import { readEmailAddress } from './email-address.ts';

/** What an administrator may do: a viewer looks, an operator also acts. */
export type AdminRole = 'viewer' | 'operator';

/** An entry of ADMIN_EMAILS. */
export interface AdminEmail {
  /** The address as accounts are compared: local part in lower case, domain as A-label. */
  emailKey: string;
  role: AdminRole;
}

/** Read `ada@example.com` (an operator) or `bob@example.com:viewer`; a string says what is wrong. */
function readAdminEmail(text: string): AdminEmail | string {
  // No address that we accept has a colon.
  const [typed = '', role] = text.split(':', 2);
  if (role !== undefined && role !== 'viewer') return `"${text}" must be an address, or an address and ":viewer"`;
  const address = readEmailAddress(typed);
  if (typeof address === 'string') return `"${text}" is not an address (${address})`;
  return { emailKey: address.key, role: role ?? 'operator' };
}

/** The rule of ADMIN_EMAILS: every entry is readable, and no address has two roles. */
export const adminEmails = z.array(z.string()).transform((texts, context): readonly AdminEmail[] => {
  const admins = new Map<string, AdminEmail>();
  for (const text of texts) {
    const admin = readAdminEmail(text);
    if (typeof admin === 'string') context.addIssue(admin);
    else if (admins.has(admin.emailKey)) context.addIssue(`"${text}" is listed twice`);
    else admins.set(admin.emailKey, admin);
  }
  return [...admins.values()];
});
