import type { Handler } from '@jobwire/queue/job';

import { handle as bulkRun } from './bulk-run/handler.ts';
import type { Catalog } from './catalog.ts';
import { handle as emailNotification } from './email-notification/handler.ts';
import { handle as emailSend } from './email-send/handler.ts';
import { handle as emailSignIn } from './email-sign-in/handler.ts';
import { handle as emailWelcome } from './email-welcome/handler.ts';
import { handle as imageThumbnail } from './image-thumbnail/handler.ts';
import type { Ports } from './ports.ts';
import { handle as reportCsv } from './report-csv/handler.ts';

/** The logic of every job. A job without a handler does not compile. */
export const handlers: { readonly [Name in keyof Catalog]: Handler<Catalog[Name], Ports> } = {
  'bulk.run': bulkRun,
  'email.notification': emailNotification,
  'email.send': emailSend,
  'email.sign-in': emailSignIn,
  'email.welcome': emailWelcome,
  'image.thumbnail': imageThumbnail,
  'report.csv': reportCsv,
};
