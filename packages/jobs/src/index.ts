export { catalog, type Catalog, type JobName } from './catalog.ts';
export { bulkRun } from './bulk-run/job.ts';
export { emailNotification, takeWithinMs } from './email-notification/job.ts';
export { emailSend } from './email-send/job.ts';
export { emailSignIn } from './email-sign-in/job.ts';
export { emailWelcome } from './email-welcome/job.ts';
export { mailJobs } from './mail/mail-jobs.ts';
export { type MailPurpose, messageIdOf } from './mail/message-id.ts';
export {
  linkLifetimeMs,
  type LinkPurpose,
  verificationLink,
  verificationToken,
} from './email-welcome/verification-link.ts';
export { imageThumbnail } from './image-thumbnail/job.ts';
export { reportCsv } from './report-csv/job.ts';
export type { Ports } from './ports.ts';
export type { BulkPorts, BulkProgress, BulkStepResult } from './ports/bulk.ts';
export type {
  EmailPorts,
  MailAlarm,
  Mailer,
  MailOutcome,
  MailPacer,
  MailQueues,
  MailWords,
  OutgoingMail,
  SendOptions,
} from './ports/email.ts';
export type { FileFacts, FilePorts, Files, JobFile, StoredFile } from './ports/file.ts';
export type {
  Images,
  ImagePorts,
  ImageStage,
  RenderedImage,
  RenderOptions,
  SourceImage,
  Uploads,
} from './ports/image.ts';
export type { NotificationPorts } from './ports/notification.ts';
