import { bulkRun } from './bulk-run/job.ts';
import { emailNotification } from './email-notification/job.ts';
import { emailSend } from './email-send/job.ts';
import { emailSignIn } from './email-sign-in/job.ts';
import { emailWelcome } from './email-welcome/job.ts';
import { imageThumbnail } from './image-thumbnail/job.ts';
import { reportCsv } from './report-csv/job.ts';

/** Every job there is. Queues, workers, dashboards and documents loop over it. */
export const catalog = {
  [bulkRun.name]: bulkRun,
  [emailNotification.name]: emailNotification,
  [emailSend.name]: emailSend,
  [emailSignIn.name]: emailSignIn,
  [emailWelcome.name]: emailWelcome,
  [imageThumbnail.name]: imageThumbnail,
  [reportCsv.name]: reportCsv,
} as const;

/** The jobs by name. */
export type Catalog = typeof catalog;

/** A name in the catalog. */
export type JobName = keyof Catalog;
