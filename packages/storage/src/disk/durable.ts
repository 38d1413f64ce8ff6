import { mkdir, open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Write a file's or a folder's content from the cache of the operating system to the disk. */
export async function syncPath(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Move a file so that neither a crash nor a power cut leaves a half: its bytes are on the disk before the name is, and
 * the name is on the disk before this returns.
 *
 * @param root the folder under which missing folders are made
 */
export async function moveDurably(from: string, to: string, root: string): Promise<void> {
  await syncPath(from);
  const firstMade = await mkdir(dirname(to), { recursive: true });
  await rename(from, to);
  await syncNames(dirname(to), firstMade === undefined ? dirname(to) : root);
}

/** A name is safe once its folder is synced; a new folder's own name lies in the folder above. */
async function syncNames(folder: string, last: string): Promise<void> {
  await syncPath(folder);
  if (folder !== last && folder.startsWith(last)) await syncNames(dirname(folder), last);
}
