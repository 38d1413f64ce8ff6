import { open, rm, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';

import { appError, type Emit } from '@jobwire/runtime';

import { assertSafeKey } from '../keys.ts';
import type { Storage, StoredFile } from '../storage.ts';
import { ifThere, onDisk } from '../temp/disk-failures.ts';
import { createTempFiles } from '../temp/temp-files.ts';
import { moveDurably, syncPath } from './durable.ts';

/**
 * Make a storage in a folder of this machine.
 *
 * @param root absolute path; `root/temp` holds what is not promoted yet
 */
export function createDiskStorage(root: string, emit: Emit): Storage {
  const pathOf = (key: string): string => {
    assertSafeKey(key);
    return join(root, key);
  };

  return {
    ...createTempFiles(join(root, 'temp'), emit),
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
    async withLocalCopy(key, use) {
      const path = pathOf(key);
      if (!(await onDisk(() => statIfThere(path)))) throw appError('NOT_FOUND');
      return use(path);
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
