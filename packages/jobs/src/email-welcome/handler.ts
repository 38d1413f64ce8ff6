import type { Handler } from '@jobwire/queue/job';

import { sendMessage } from '../mail/send-message.ts';
import type { EmailPorts } from '../ports/email.ts';
import type { emailWelcome } from './job.ts';

/** Send the mail of a registration: a letter with a link, as the record has it. */
export const handle: Handler<typeof emailWelcome, EmailPorts> = ({ emailId }, context, ports) =>
  sendMessage(emailId, context, ports);
