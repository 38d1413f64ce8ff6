import type { Database } from '@jobwire/db';
import { emailWelcome, imageThumbnail, type Ports } from '@jobwire/jobs';
import { type Config, createKeyRing, type Emit } from '@jobwire/runtime';
import { createStorage } from '@jobwire/storage';

import { createImages } from './adapters/images/create-images.ts';
import { createMailPorts } from './adapters/mail/mail-ports.ts';
import { createUploads } from './adapters/uploads.ts';

/** What the adapters are made from. */
export interface CreatePortsOptions {
  config: Config & { SECRET_KEY: string };
  db: Database;
  emit: Emit;
}

/** How long a mail under way may take when the process stops, in milliseconds. */
const mailDeadlineMs = 800;
/** Temporary files of processes that died are older than any run. In milliseconds. */
const abandonedTempMs = 60 * 60 * 1_000;

/**
 * Make the adapters behind the handlers' ports, and prove that the image library refuses what it must.
 *
 * @throws ConfigError when a setting of mail or storage cannot be read
 */
export async function createPorts({
  config,
  db,
  emit,
}: CreatePortsOptions): Promise<{ ports: Ports; close(): Promise<void> }> {
  const storage = createStorage(config.STORAGE_URL, emit);
  await storage.sweepTemp(abandonedTempMs);
  const slots = (definition: { concurrency: number }): number => config.WORKER_CONCURRENCY ?? definition.concurrency;
  const images = createImages({ storage, emit, size: slots(imageThumbnail) });
  await images.check();
  const mail = createMailPorts({
    db,
    keys: createKeyRing(config.SECRET_KEY),
    config,
    slots: slots(emailWelcome),
    emit,
  });
  return {
    ports: { ...mail.ports, images, uploads: createUploads(db) },
    async close() {
      await Promise.all([images.close(), mail.close(mailDeadlineMs)]);
    },
  };
}
