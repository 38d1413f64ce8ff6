import type { Handler } from '@jobwire/queue/job';

import { handle as sendMail } from '../email-welcome/handler.ts';
import type { EmailPorts } from '../ports/email.ts';
import type { emailSignIn } from './job.ts';

/** Send the mail of a sign-in, as every mail whose row is there already. */
export const handle: Handler<typeof emailSignIn, EmailPorts> = (payload, context, ports) =>
  sendMail(payload, context, ports);
