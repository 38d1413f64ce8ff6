import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Bring files up to date, or only say which are not.
 *
 * @param files text by path
 * @returns the paths of those that were out of date
 */
export async function writeFiles(
  files: Readonly<Record<string, string>>,
  { into, check }: { into: string; check: boolean },
): Promise<string[]> {
  const stale: string[] = [];
  for (const [path, text] of Object.entries(files)) {
    const file = join(into, path);
    if ((await readFile(file, 'utf8').catch(missing)) === text) continue;
    stale.push(path);
    if (check) continue;
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  return stale;
}

function missing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
