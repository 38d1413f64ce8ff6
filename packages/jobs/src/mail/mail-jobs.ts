import { emailNotification } from '../email-notification/job.ts';
import { emailSend } from '../email-send/job.ts';
import { emailSignIn } from '../email-sign-in/job.ts';
import { emailWelcome } from '../email-welcome/job.ts';

/** The jobs that send mail: they share connections and limits, and are held together. */
export const mailJobs = [emailNotification, emailSend, emailSignIn, emailWelcome] as const;
