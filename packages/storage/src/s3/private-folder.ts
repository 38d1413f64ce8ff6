import { lstat, mkdir } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

/**
 * Where files are on their way to S3 and back: below the system's folder for temporary files (`TMPDIR`), in one of this
 * user's own, so that what a killed process left is found again.
 */
export const privateFolder = (): string => join(tmpdir(), `jobwire-${userInfo().uid}`);

/**
 * Make such a folder, or find it.
 *
 * @throws Error when it is somebody else's, who could read and change what lies in it
 */
export async function preparePrivateFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const found = await lstat(folder);
  const ours = found.isDirectory() && (process.getuid === undefined || found.uid === process.getuid());
  if (!ours || (process.getuid !== undefined && (found.mode & 0o022) !== 0)) {
    throw new Error(`${folder} belongs to somebody else`);
  }
}
