import { defineJob } from '@jobwire/queue/job';
import { z } from 'zod';

import { mailDefinition } from '../mail/mail-definition.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/**
 * The mail behind `POST /register`. The payload is the row's id alone: address, words and link come from the record, so
 * the engine holds nothing private.
 */
export const emailWelcome = defineJob({
  ...mailDefinition,
  name: 'email.welcome',
  summary: 'Send the mail that follows a registration',
  payload: z.strictObject({ emailId: z.uuid() }),
  // Longer together than common greylisting, shorter than the link lives.
  retry: {
    attempts: 7,
    backoff: {
      type: 'list',
      delaysMs: [30 * second, 2 * minute, 10 * minute, 30 * minute, 2 * hour, 6 * hour],
      jitter: 0.2,
    },
  },
});
