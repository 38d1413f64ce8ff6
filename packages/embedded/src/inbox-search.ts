import type { Email } from 'postal-mime';

import { type MailAddress, type MailSummary, parseMail, plainTextOf, summaryOf } from './inbox-mail.ts';
import { arrivalOf, type Mailbox } from './mailbox.ts';

/** Part of a query: a word, or words in quotes, that a mail or one of its fields must have. */
const term = /(?:(from|to|subject|message-id):)?(?:"([^"]*)"|(\S+))/gi;

/** The lines of some mails, in the order of their ids; without those that are gone. */
export async function summariesOf(mailbox: Mailbox, ids: readonly string[]): Promise<MailSummary[]> {
  return (await readMails(mailbox, ids)).map(({ mail }) => mail);
}

/** The lines of all mails that a query means, newest first; an empty one means all. */
export async function searchMails(mailbox: Mailbox, query: string): Promise<MailSummary[]> {
  const all = await readMails(mailbox, mailbox.ids());
  return all.filter(({ mail, email }) => isFound(query, mail, email)).map(({ mail }) => mail);
}

async function readMails(mailbox: Mailbox, ids: readonly string[]): Promise<{ mail: MailSummary; email: Email }[]> {
  const read = ids.map(async (id) => {
    const raw = await mailbox.read(id);
    const email = raw && (await parseMail(raw));
    return raw && email ? [{ mail: summaryOf(id, arrivalOf(id), raw, email), email }] : [];
  });
  return (await Promise.all(read)).flat();
}

/**
 * Whether a mail is meant by a query, written as in Mailpit: all its words must be in the mail, whatever their case;
 * `from:`, `to:`, `subject:` and `message-id:` look at one field.
 */
function isFound(query: string, mail: MailSummary, email: Email): boolean {
  const fields = fieldsOf(mail);
  const all = `${Object.values(fields).join('\n')}\n${plainTextOf(email).toLowerCase()}`;
  return [...query.matchAll(term)].every(([, field, quoted, word = '']) => {
    const text = field === undefined ? all : (fields[field.toLowerCase()] ?? '');
    return text.includes((quoted ?? word).toLowerCase());
  });
}

function fieldsOf({ From, To, Cc, Bcc, Subject, MessageID }: MailSummary): Record<string, string> {
  const names = (addresses: readonly MailAddress[]): string =>
    addresses.map(({ Name, Address }) => `${Name} <${Address}>`.toLowerCase()).join('\n');
  return {
    from: names(From ? [From] : []),
    to: names([...To, ...Cc, ...Bcc]),
    subject: Subject.toLowerCase(),
    'message-id': MessageID.toLowerCase(),
  };
}
