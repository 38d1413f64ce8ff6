import { isIP } from 'node:net';
import { domainToASCII } from 'node:url';

/** An address that a mail can be sent to. */
export interface EmailAddress {
  /** As typed, with the domain as A-label: what a mail is sent to. */
  address: string;
  /** What makes two spellings the same address: local part in lower case, domain as A-label. */
  key: string;
}

/** Why an address was refused. Stable. */
export type EmailProblem =
  | 'EMAIL_INVALID'
  | 'EMAIL_TOO_LONG'
  | 'EMAIL_UNSUPPORTED'
  | 'EMAIL_DOMAIN_INVALID'
  | 'SMTPUTF8_UNSUPPORTED';

/** Longest local part and address, in octets (RFC 5321 §4.5.3.1.1; RFC 3696, erratum 1690). */
const longest = { local: 64, domain: 253, address: 254, label: 63 };

/** `atext` of RFC 5322 §3.2.3, in dot-atoms. */
const dotAtom = /^[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*$/;

/** Letters, digits and inner hyphens (RFC 1123 §2.1). */
const label = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/;

/**
 * Read an address. Stricter than RFC 5321: what mail programs read differently (quotes, comments, lists, routes) is
 * refused, because a mail must not go to another address than the one that was stored.
 *
 * @returns the address, or the code of what is wrong with it
 */
export function readEmailAddress(text: string): EmailAddress | EmailProblem {
  if (/\p{Cc}/u.test(text)) return 'EMAIL_INVALID';
  const typed = text.trim().normalize('NFC');
  // Bounds the work below: no form of an address that fits has more characters.
  if (typed.length > 1_000) return 'EMAIL_TOO_LONG';
  const at = typed.lastIndexOf('@');
  if (at < 1 || at === typed.length - 1) return 'EMAIL_INVALID';
  const local = typed.slice(0, at);
  const localProblem = problemOfLocal(local);
  if (localProblem) return localProblem;
  const domain = readDomain(typed.slice(at + 1));
  if (typeof domain !== 'string') return domain.problem;
  const address = `${local}@${domain}`;
  if (address.length > longest.address) return 'EMAIL_TOO_LONG';
  return { address, key: `${local.toLowerCase()}@${domain}` };
}

function problemOfLocal(local: string): EmailProblem | undefined {
  // A lone quoted string is legal, but hardly used and read differently by different programs.
  if (/^"[^"]*"$/.test(local)) return 'EMAIL_UNSUPPORTED';
  if (local.includes('@')) return 'EMAIL_INVALID';
  if (/[^\p{ASCII}]/u.test(local)) return 'SMTPUTF8_UNSUPPORTED';
  if (!dotAtom.test(local)) return 'EMAIL_INVALID';
  return local.length > longest.local ? 'EMAIL_TOO_LONG' : undefined;
}

/** The domain as A-label after UTS-46 mapping, which gives the many spellings of a name one form. */
function readDomain(text: string): string | { problem: EmailProblem } {
  if (/[\s<>(),;:"\\@/?#%]/u.test(text)) return { problem: 'EMAIL_INVALID' };
  if (text.startsWith('[')) return { problem: 'EMAIL_DOMAIN_INVALID' };
  const domain = domainToASCII(text);
  if (domain.length > longest.domain) return { problem: 'EMAIL_TOO_LONG' };
  // Node maps without checking labels: it lets a final dot and empty labels through, and reads numbers as an IP address.
  const labels = domain.split('.');
  const good = labels.length > 1 && labels.every((part) => part.length <= longest.label && label.test(part));
  if (!good || isIP(domain) !== 0 || /^\d+$/.test(labels.at(-1) ?? '')) return { problem: 'EMAIL_DOMAIN_INVALID' };
  return domain;
}
