import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { ConfigError, type Emit, readStorageAddress } from '@jobwire/runtime';

import { createDiskStorage } from './disk/disk-storage.ts';
import type { S3Credentials } from './s3/bucket.ts';
import { createS3Storage } from './s3/s3-storage.ts';
import type { Storage } from './storage.ts';

/**
 * Make the storage that STORAGE_URL names: a folder, relative to the working directory or absolute, or a bucket of S3. The
 * folder is made when it is first needed; temporary files lie in it too, because a rename must not cross file systems.
 *
 * @param credentials for S3; without them the client of AWS looks where it always looks
 * @throws ConfigError when the address cannot be read
 */
export function createStorage(storageUrl: string, emit: Emit, credentials: S3Credentials = {}): Storage {
  const address = readStorageAddress(storageUrl);
  if (typeof address === 'string') throw new ConfigError([`STORAGE_URL: ${address}`]);
  if (address.kind === 'bucket') return createS3Storage(address, credentials, emit);
  return createDiskStorage(pathOf(address.folder), emit);
}

function pathOf(folder: string): string {
  if (folder.startsWith('file://')) return fileURLToPath(folder);
  return resolve(folder.replace(/^file:/, ''));
}
