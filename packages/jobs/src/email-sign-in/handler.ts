import type { Handler } from '@jobwire/queue/job';

import { sendMessage } from '../mail/send-message.ts';
import type { EmailPorts } from '../ports/email.ts';
import type { emailSignIn } from './job.ts';

/** Send the link that signs in, as the record has it. */
export const handle: Handler<typeof emailSignIn, EmailPorts> = ({ emailId }, context, ports) =>
  sendMessage(emailId, context, ports);
