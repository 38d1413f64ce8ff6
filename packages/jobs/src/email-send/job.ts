import { defineJob } from '@jobwire/queue/job';
import { readEmailAddress } from '@jobwire/runtime';
import { z } from 'zod';

import { emailWelcome } from '../email-welcome/job.ts';
import { letters } from '../letters/letters.ts';
import { mailDefinition } from '../mail/mail-definition.ts';

/** Characters of each part of a mail. A request has 64 KB, so two long parts meet that limit first. */
const longest = { subject: 200, part: 48_000 };

const recipient = {
  /** The same addresses that people can register with. */
  to: z
    .string()
    .max(1_000)
    .refine((text) => typeof readEmailAddress(text) === 'object', 'must be one e-mail address')
    .meta({ description: 'One address', examples: ['ada@example.com'] }),
  locale: z
    .string()
    .max(35)
    .regex(/^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i, 'must be a language tag')
    .optional(),
};

const own = z.strictObject({
  ...recipient,
  /** May be left out: a mail in its own words has none. */
  template: z.literal('custom').optional(),
  subject: z
    .string()
    .trim()
    .min(1)
    .max(longest.subject)
    .regex(/^[^\p{Cc}\u2028\u2029]*$/u, 'must be one line'),
  text: z.string().min(1).max(longest.part),
  html: z.string().min(1).max(longest.part).optional(),
});

const notice = z.strictObject({
  ...recipient,
  template: z.literal('notice'),
  variables: letters.notice.variables,
});

/**
 * A mail that another program sends: in its own words, or a letter with its variables. The payload is the mail itself;
 * the job writes it down before it sends it.
 */
export const emailSend = defineJob({
  ...mailDefinition,
  name: 'email.send',
  summary: 'Send a mail that another program wrote',
  payload: z.discriminatedUnion('template', [own, notice]),
  retry: emailWelcome.retry,
  access: 'key',
  searchable: ['to'],
});
