import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';

import { type DataLock, takeDataLock } from './data-lock.ts';
import { choosePorts, type Ports } from './ports.ts';
import { waitForPreviousRun } from './previous-run.ts';
import { isSet, type Run } from './run.ts';
import { keptSecretKey } from './secret-key.ts';

/** What a run stands on: a folder that is its own, ports that are free, and a key. */
export interface Ground {
  /** Absolute. */
  dataDir: string;
  lock: DataLock;
  ports: Ports;
  secretKey: string;
}

/**
 * Take the data folder, which is made for its owner alone, and choose ports and key.
 *
 * @throws DataLocked, PortBusy
 */
export async function takeGround({ config, env, output, lifecycle, signal }: Run): Promise<Ground> {
  const dataDir = resolve(config.DATA_DIR);
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const lock = takeDataLock(dataDir);
  lifecycle.add({ name: 'lock', deadlineMs: 1_000, stop: () => lock.release() });
  await waitForPreviousRun(lock.leftBehind, output, signal);
  const ports = await choosePorts({
    PORT: config.PORT,
    WORKER_PORT: isSet(env, 'WORKER_PORT') ? config.WORKER_PORT : undefined,
    INBOX_PORT: config.INBOX_PORT,
    INBOX_SMTP_PORT: config.INBOX_SMTP_PORT,
  });
  return { dataDir, lock, ports, secretKey: config.SECRET_KEY ?? keptSecretKey(dataDir) };
}
