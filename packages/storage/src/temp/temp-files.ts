import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

import { type Emit, uuidv7 } from '@jobwire/runtime';

import type { Storage, TempFile } from '../storage.ts';
import { ifThere, onDisk } from './disk-failures.ts';
import { createTempWriter } from './temp-writer.ts';

/** The part of a storage that is the same everywhere: files of this machine on their way in. */
export type TempFiles = Pick<Storage, 'writeTemp' | 'reserveTemp' | 'discard' | 'sweepTemp'>;

/**
 * Make the temporary files of a storage.
 *
 * @param prepare makes the folder where there is none
 */
export function createTempFiles(
  folder: string,
  emit: Emit,
  prepare: () => Promise<unknown> = () => mkdir(folder, { recursive: true }),
): TempFiles {
  const reserve = async (): Promise<TempFile> => {
    await prepare();
    return { path: join(folder, `${uuidv7()}.part`) };
  };
  return {
    writeTemp: () =>
      onDisk(async () => {
        const { path } = await reserve();
        return createTempWriter(path, await open(path, 'wx', 0o640));
      }),
    reserveTemp: () => onDisk(reserve),
    discard: (temp) => onDisk(() => rm(temp.path, { force: true })),
    async sweepTemp(olderThanMs) {
      const removed = await onDisk(() => removeOlder(folder, Date.now() - olderThanMs));
      if (removed > 0) emit('storage.swept', { removed });
      return removed;
    },
  };
}

async function removeOlder(folder: string, before: number): Promise<number> {
  let removed = 0;
  for (const name of (await ifThere(() => readdir(folder))) ?? []) {
    const path = join(folder, name);
    const file = await stat(path).catch(() => undefined);
    if (!file || file.mtimeMs >= before) continue;
    await rm(path, { force: true });
    removed += 1;
  }
  return removed;
}
