import { z } from 'zod';

const second = 1_000;

/** What definitions of jobs that send mail have in common. */
export const mailDefinition = {
  result: z.strictObject({ messageId: z.string(), serverReply: z.string() }),
  stages: ['render', 'connect', 'send'],
  // Looking up the domain, a free connection and a turn take 5 s each at most; then the server has its 60 s.
  timeout: { softMs: 80 * second, hardMs: 95 * second },
  // A mail in transfer is waited for as long as the server may take, so that nobody has to guess whether it went out.
  cancelGraceMs: 62 * second,
  // More than a worker has connections: while one mail is in transfer, another is read or written down.
  concurrency: 10,
} as const;

/** The stages of a mail. */
export type MailStage = (typeof mailDefinition)['stages'][number];

/** What a sent mail's job answers. */
export type Sent = z.output<(typeof mailDefinition)['result']>;
