import { defineJob } from '@jobwire/queue/job';
import { z } from 'zod';

const second = 1_000;
const minute = 60 * second;

/** The mail behind `POST /sign-in`. The payload is the row's id alone, as in `email.welcome`. */
export const emailSignIn = defineJob({
  name: 'email.sign-in',
  summary: 'Send the link that signs in',
  payload: z.strictObject({ emailId: z.uuid() }),
  result: z.strictObject({ messageId: z.string(), serverReply: z.string() }),
  stages: ['render', 'connect', 'send'],
  // Somebody waits for it, and the link lives for an hour.
  retry: {
    attempts: 6,
    backoff: {
      type: 'list',
      delaysMs: [10 * second, 30 * second, 2 * minute, 10 * minute, 30 * minute],
      jitter: 0.2,
    },
  },
  timeout: { softMs: 60 * second, hardMs: 75 * second },
  concurrency: 5,
});
