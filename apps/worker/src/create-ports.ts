import type { Database } from '@jobwire/db';
import { imageThumbnail, type Ports } from '@jobwire/jobs';
import type { BulkSteps, JobControl } from '@jobwire/queue';
import { type Config, createKeyRing, type Emit } from '@jobwire/runtime';
import type { Storage } from '@jobwire/storage';

import { createFiles } from './adapters/files.ts';
import { createImages } from './adapters/images/create-images.ts';
import { createMailPorts } from './adapters/mail/mail-ports.ts';
import { createNotifications } from './adapters/notifications.ts';
import { createReports } from './adapters/reports.ts';
import { createUploads } from './adapters/uploads.ts';

/** What the adapters are made from. */
export interface CreatePortsOptions {
  config: Config & { SECRET_KEY: string };
  db: Database;
  control: Pick<JobControl, 'pause'>;
  bulkActions: BulkSteps;
  storage: Storage;
  emit: Emit;
}

/** How long a mail under way may take when the process stops, in milliseconds. */
const mailDeadlineMs = 800;

/**
 * Make the adapters behind the handlers' ports, and prove that the image library refuses what it must.
 *
 * @throws ConfigError when a setting of mail cannot be read
 */
export async function createPorts({
  config,
  db,
  control,
  bulkActions,
  storage,
  emit,
}: CreatePortsOptions): Promise<{ ports: Ports; close(): Promise<void> }> {
  const size = config.WORKER_CONCURRENCY ?? imageThumbnail.concurrency;
  const images = createImages({ storage, emit, size });
  await images.check();
  const mail = createMailPorts({
    db,
    control,
    keys: createKeyRing(config.SECRET_KEY),
    config,
    emit,
  });
  const files = createFiles(db, storage);
  return {
    ports: {
      ...mail.ports,
      bulkActions,
      files,
      images,
      notifications: createNotifications(db, config.PUBLIC_URL),
      reports: createReports(db),
      uploads: createUploads(db),
    },
    async close() {
      await Promise.all([images.close(), mail.close(mailDeadlineMs)]);
    },
  };
}
