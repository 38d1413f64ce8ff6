import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { Emit } from '@jobwire/runtime';

import { createDiskStorage } from './disk/disk-storage.ts';
import type { Storage } from './storage.ts';

/**
 * Make the storage that STORAGE_URL names: `file:` and a folder, relative to the working directory or absolute. The
 * folder is made when it is first needed; temporary files lie in it too, because a rename must not cross file systems.
 */
export function createStorage(storageUrl: string, emit: Emit): Storage {
  return createDiskStorage(folderOf(storageUrl), emit);
}

function folderOf(storageUrl: string): string {
  if (storageUrl.startsWith('file://')) return fileURLToPath(storageUrl);
  return resolve(storageUrl.replace(/^file:/, ''));
}
