import { mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';

import { AppError, type BucketAddress, readStorageAddress } from '@jobwire/runtime';

import { createStorage } from '../create-storage.ts';
import { createS3Storage } from '../s3/s3-storage.ts';
import type { Storage, TempWriter } from '../storage.ts';
import { type S3Server, startS3Server } from './s3-server.ts';

/** A storage of one kind, with nothing in it, and what a test does to it from outside. */
export interface StorageRig {
  storage: Storage;
  /** Where temporary files lie. */
  tempFolder: string;
  /** Let the storage be away, and be back. */
  breakIt(): Promise<void>;
  mendIt(): Promise<void>;
  stop(): Promise<void>;
}

const newFolder = (): Promise<string> => mkdtemp(join(process.env['JOBWIRE_TEST_FOLDER'] ?? tmpdir(), 'storage-'));

/** A storage in a folder. */
export async function diskRig(): Promise<StorageRig> {
  const folder = await newFolder();
  const root = join(folder, 'root');
  return {
    storage: createStorage(`file:${root}`, () => undefined),
    tempFolder: join(root, 'temp'),
    async breakIt() {
      await rename(root, `${root}-away`);
      await writeFile(root, '');
    },
    async mendIt() {
      await rm(root);
      await rename(`${root}-away`, root);
    },
    stop: () => rm(folder, { recursive: true, force: true }),
  };
}

/** A storage in a bucket. */
export async function s3Rig(): Promise<StorageRig & { server: S3Server }> {
  const [folder, server] = await Promise.all([newFolder(), startS3Server()]);
  const tempFolder = join(folder, 'temp');
  return {
    server,
    storage: createS3Storage(bucketAt(server.url), server.credentials, () => undefined, tempFolder),
    tempFolder,
    breakIt: () => server.refuse(),
    mendIt: () => server.accept(),
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The bucket of an address that is known to be one. */
export function bucketAt(url: string): BucketAddress {
  const address = readStorageAddress(url);
  if (typeof address === 'string' || address.kind !== 'bucket') throw new Error(`Not a bucket: ${url}`);
  return address;
}

/** A finished temporary file with this content. */
export async function written(storage: Storage, ...chunks: (string | Buffer)[]): Promise<TempWriter> {
  const temp = await storage.writeTemp();
  for (const chunk of chunks) temp.stream.write(chunk);
  temp.stream.end();
  await finished(temp.stream);
  return temp;
}

/** Names of temporary files that are left. */
export const tempsOf = (rig: StorageRig): Promise<string[]> => readdir(rig.tempFolder);

/** With which code of the catalogue something failed; anything else as text. */
export async function codeOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return error instanceof AppError ? error.code : String(error);
}
