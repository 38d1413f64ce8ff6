import { type FSWatcher, watch } from 'node:fs';
import { sep } from 'node:path';

/** Editors write a file in several steps: one change is what happens within this time. */
const settleMs = 150;

/** Call back after source files below any of the folders have changed. Returns what ends the watching. */
export function watchSources(folders: readonly string[], changed: () => void): () => void {
  let settling: NodeJS.Timeout | undefined;
  const heard = (_event: string, file: string | null): void => {
    if (!file || !isSource(file)) return;
    clearTimeout(settling);
    settling = setTimeout(changed, settleMs);
  };
  const watchers: FSWatcher[] = folders.map((folder) => watch(folder, { recursive: true }, heard));
  return () => {
    clearTimeout(settling);
    for (const watcher of watchers) watcher.close();
  };
}

/** Tests, builds and dependencies are not what a running process was made of. */
function isSource(file: string): boolean {
  if (file.split(sep).some((part) => part === 'dist' || part === 'node_modules')) return false;
  return /\.(ts|sql|json|hbs|html|txt)$/.test(file) && !file.endsWith('.test.ts');
}
