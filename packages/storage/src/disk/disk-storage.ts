import { mkdir, open, readdir, rm, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';

import { appError, type Emit, uuidv7 } from '@jobwire/runtime';

import { assertSafeKey } from '../keys.ts';
import type { Storage, StoredFile, TempFile } from '../storage.ts';
import { moveDurably, syncPath } from './durable.ts';
import { onDisk, osCode } from './failures.ts';
import { createTempWriter } from './temp-writer.ts';

/**
 * Make a storage in a folder of this machine.
 *
 * @param root absolute path; `root/temp` holds what is not promoted yet
 */
export function createDiskStorage(root: string, emit: Emit): Storage {
  const tempFolder = join(root, 'temp');
  const pathOf = (key: string): string => {
    assertSafeKey(key);
    return join(root, key);
  };
  const reserve = async (): Promise<TempFile> => {
    await mkdir(tempFolder, { recursive: true });
    return { path: join(tempFolder, `${uuidv7()}.part`) };
  };
  const discard = (temp: TempFile): Promise<void> => onDisk(() => rm(temp.path, { force: true }));

  return {
    writeTemp: () =>
      onDisk(async () => {
        const { path } = await reserve();
        return createTempWriter(path, await open(path, 'wx', 0o640));
      }),
    reserveTemp: () => onDisk(reserve),
    discard,
    async promote(temp, key) {
      const target = pathOf(key);
      await onDisk(() => promoteFile(temp.path, target, root));
    },
    async open(key, range = {}) {
      const path = pathOf(key);
      const file = await onDisk(() => ifThere(() => open(path, 'r')));
      if (!file) throw appError('NOT_FOUND');
      return file.createReadStream(range);
    },
    async stat(key) {
      const path = pathOf(key);
      return onDisk(() => statIfThere(path));
    },
    async delete(key) {
      const path = pathOf(key);
      await onDisk(() => rm(path, { force: true }));
    },
    pathOf: async (key) => pathOf(key),
    async sweepTemp(olderThanMs) {
      const removed = await onDisk(() => removeOlder(tempFolder, Date.now() - olderThanMs));
      if (removed > 0) emit('storage.swept', { removed });
      return removed;
    },
  };
}

/** Promote a file, or find that its bytes are stored already: a key stands for its content. */
async function promoteFile(from: string, to: string, root: string): Promise<void> {
  const stored = await statIfThere(to);
  const { size } = await stat(from);
  if (stored?.bytes !== size) return moveDurably(from, to, root);
  // Whoever stored it may not have synced the name yet.
  await syncPath(join(to, '..'));
  await unlink(from);
}

const statIfThere = (path: string): Promise<StoredFile | undefined> =>
  ifThere(async () => ({ bytes: (await stat(path)).size }));

async function ifThere<Value>(read: () => Promise<Value>): Promise<Value | undefined> {
  try {
    return await read();
  } catch (error) {
    if (osCode(error) === 'ENOENT') return undefined;
    throw error;
  }
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
