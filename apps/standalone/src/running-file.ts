import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What other commands need to know of a running system. Holds the database's address: for its owner only. */
export interface Running {
  pid: number;
  /** Address of the API. */
  api: string;
  /** Address of the inbox page; `null` when mails go to a mail server of one's own. */
  inbox: string | null;
  smtp: string;
  database: string;
  /** ISO 8601. */
  startedAt: string;
}

/** Write `running.json` in one step, so that nobody reads half of it. */
export function writeRunning(folder: string, facts: Running): void {
  const file = fileOf(folder);
  writeFileSync(`${file}.new`, `${JSON.stringify(facts, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** Remove it at the stop. */
export function removeRunning(folder: string): void {
  rmSync(fileOf(folder), { force: true });
}

function fileOf(folder: string): string {
  return join(folder, 'running.json');
}
