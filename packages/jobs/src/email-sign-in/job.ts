import { defineJob } from '@jobwire/queue/job';
import { z } from 'zod';

import { mailDefinition } from '../mail/mail-definition.ts';

const second = 1_000;
const minute = 60 * second;

/** The mail behind `POST /sign-in`. The payload is the row's id alone, as in `email.welcome`. */
export const emailSignIn = defineJob({
  ...mailDefinition,
  name: 'email.sign-in',
  summary: 'Send the link that signs in',
  payload: z.strictObject({ emailId: z.uuid() }),
  // Somebody waits for it, and the link lives for an hour.
  retry: {
    attempts: 6,
    backoff: {
      type: 'list',
      delaysMs: [10 * second, 30 * second, 2 * minute, 10 * minute, 30 * minute],
      jitter: 0.2,
    },
  },
});
