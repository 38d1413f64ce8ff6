import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for one test file. */
export interface TestFolder {
  path: string;
  /** Delete it with all that is in it. */
  stop(): Promise<void>;
}

/**
 * Make a folder for one test file, below the folder of the Jest run, which is deleted even when Jest is killed.
 *
 * @param name a word that tells folders apart
 */
export async function testFolder(name = 'folder'): Promise<TestFolder> {
  const path = await mkdtemp(join(process.env['JOBWIRE_TEST_FOLDER'] ?? tmpdir(), `${name}-`));
  return { path, stop: () => rm(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }) };
}
