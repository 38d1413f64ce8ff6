import type { EmailMessage } from '@jobwire/db';
import { type EmailPorts, type LinkPurpose, type MailWords, verificationLink, verificationToken } from '@jobwire/jobs';
import { letters, type LetterName, type LetterVariables, writeLetter } from '@jobwire/jobs/letters';
import { type KeyRing, nearestLocale } from '@jobwire/runtime';
import { z } from 'zod';

/** What is read of a mail to write it. */
type Message = Pick<EmailMessage, 'id' | 'template' | 'locale' | 'to_name'>;

/** The letters that the record alone has all facts for; the others are written by the jobs that have theirs. */
const template = z.enum(['welcome', 'already-registered', 'sign-in', 'sign-in-unknown']);

/**
 * Make the writer of letters. A link's token is derived from the mail, so every retry carries the same one.
 *
 * @param publicUrl PUBLIC_URL, without a slash at the end
 */
export function createLetters(publicUrl: string, keys: KeyRing): EmailPorts['letters'] {
  const personal = ({ id, to_name: name }: Message, purpose: LinkPurpose) => ({
    name: name ?? '',
    link: verificationLink(publicUrl, verificationToken(keys, purpose, id)),
  });
  return {
    write(message: EmailMessage) {
      const name = template.parse(message.template);
      switch (name) {
        case 'welcome':
        case 'already-registered':
          return write(name, message, personal(message, 'verify-email'));
        case 'sign-in':
          return write(name, message, personal(message, 'sign-in'));
        // Whoever asked has no account to sign in to.
        case 'sign-in-unknown':
          return write(name, message, { link: `${publicUrl}/` });
        default:
          return name satisfies never;
      }
    },
  };
}

function write<Name extends LetterName>(name: Name, { locale }: Message, variables: LetterVariables<Name>): MailWords {
  // The record's columns are wider than what a letter may say.
  letters[name].variables.parse(variables);
  return writeLetter(name, nearestLocale(locale), variables);
}
