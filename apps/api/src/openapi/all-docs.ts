import { accountDocs } from '../accounts/account-docs.ts';
import { adminDocs } from '../admin/admin-docs.ts';
import { asyncDocs } from '../asyncapi/async-docs.ts';
import { broadcastDocs } from '../broadcast/broadcast-docs.ts';
import { bulkDocs } from '../bulk-actions/bulk-docs.ts';
import { docsDocs } from '../docs/docs-docs.ts';
import { fileDocs } from '../files/file-docs.ts';
import { healthDocs } from '../health/health-docs.ts';
import { homeDocs } from '../home/home-docs.ts';
import { findingDocs } from '../jobs/finding-docs.ts';
import { jobDocs } from '../jobs/job-docs.ts';
import { metricsDocs } from '../metrics/metrics-docs.ts';
import { notificationDocs } from '../notifications/notification-docs.ts';
import { problemDocs } from '../problems/problem-docs.ts';
import { queueDocs } from '../queues/queue-docs.ts';
import { registerDocs } from '../register/register-docs.ts';
import { roomDocs } from '../rooms/room-docs.ts';
import { scheduleDocs } from '../schedules/schedule-docs.ts';
import { settingsDocs } from '../settings/settings-docs.ts';
import { socketDocs } from '../sockets/socket-docs.ts';
import { streamDocs } from '../sse/stream-docs.ts';
import { startDocs } from '../start/start-docs.ts';
import { steerDocs } from '../steer/steer-docs.ts';
import { suppressionDocs } from '../suppressions/suppression-docs.ts';
import { uploadDocs } from '../uploads/upload-docs.ts';
import { verifyDocs } from '../verify/verify-docs.ts';
import type { RouteDoc } from './route-doc.ts';

/** Every route's description. A folder with routes is one line here. */
export const allDocs: readonly RouteDoc[] = [
  registerDocs,
  verifyDocs,
  accountDocs,
  startDocs,
  findingDocs,
  jobDocs,
  scheduleDocs,
  steerDocs,
  queueDocs,
  bulkDocs,
  socketDocs,
  streamDocs,
  roomDocs,
  notificationDocs,
  broadcastDocs,
  uploadDocs,
  fileDocs,
  suppressionDocs,
  adminDocs,
  healthDocs,
  metricsDocs,
  homeDocs,
  settingsDocs,
  docsDocs,
  asyncDocs,
  problemDocs,
].flat();

/** Routes that the document leaves out, by the beginning of their paths, and why. */
export const undocumented: Readonly<Record<string, string>> = {
  '/admin/queues': 'Bull Board: a page with an API of its own, which belongs to the library',
  '/dev/mails': 'Pages for those who write letters; they exist in development only',
  '/docs/': 'What the page at /docs loads',
  '/favicon.svg': 'The picture of the page at /, for browsers',
  '/robots.txt': 'For robots, where the build of the console has one',
};
