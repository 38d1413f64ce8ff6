import { defineJob } from '@jobwire/queue/job';
import { z } from 'zod';

import { emailWelcome } from '../email-welcome/job.ts';
import { mailDefinition } from '../mail/mail-definition.ts';

/**
 * How long a notification waits for a socket to take it before a mail says it, in milliseconds: longer than a page takes
 * to come back after a broken connection (its longest pause between two tries is 20 s), and soon enough to be news.
 */
export const takeWithinMs = 30_000;

/** The mail for a notification that nobody has taken. The payload is an id alone: words and address come from the record. */
export const emailNotification = defineJob({
  ...mailDefinition,
  name: 'email.notification',
  summary: 'Send a mail about a notification that no socket took',
  payload: z.strictObject({ notificationId: z.uuid() }),
  retry: emailWelcome.retry,
});
