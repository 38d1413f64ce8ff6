import { createHash } from 'node:crypto';
import { chmod, chown, copyFile, link, mkdir, readdir, readlink, rename, rm, stat, symlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

import type { Emit } from '@jobwire/runtime';

import { succeeds } from './child.ts';

/** The user without rights that every Linux knows as `nobody`. */
const nobody = 65_534;

/** Where root's PostgreSQL lives when it cannot stay in the clone. */
const sharedHome = '/var/lib/jobwire';

/** As whom and from where PostgreSQL runs. */
export interface Account {
  /** Goes before every command line. */
  prefix: readonly string[];
  nativeDir: string;
  dataDir: string;
  /** Give a file or folder that we made to the account. */
  own(path: string): Promise<void>;
}

/** What an account is chosen for. Paths are absolute; the parent of `dataDir` exists. */
export interface AccountNeeds {
  nativeDir: string;
  dataDir: string;
  /** As which user this process runs; `undefined` where the system has no such numbers. */
  uid: number | undefined;
  /** Where the fallback keeps its files; only tests change it. */
  home?: string;
  emit: Emit;
}

/**
 * Choose as whom PostgreSQL runs. It refuses to run as root, and a user to whom we drop cannot read a clone below a
 * folder of mode 0700. So root starts it in a user namespace, where root's files belong to `nobody`; where namespaces
 * are forbidden, binaries and data move to `/var/lib/jobwire`, which an event says.
 */
export async function chooseAccount(needs: AccountNeeds): Promise<Account> {
  const { nativeDir, dataDir, uid, home = sharedHome, emit } = needs;
  const withParent = (await succeeds(['setpriv', '--pdeathsig', 'INT', '--', 'true']))
    ? ['setpriv', '--pdeathsig', 'INT', '--']
    : [];
  if (uid !== 0) return { prefix: withParent, nativeDir, dataDir, own: async () => undefined };

  const mapped = ['unshare', '--user', `--map-user=${nobody}`, `--map-group=${nobody}`, '--', ...withParent];
  // Asks also for the files, because a namespace loses root's right to pass through the folders of others.
  const reachable = [
    'sh',
    '-c',
    'test -x "$1" && test -w "$2"',
    'sh',
    join(nativeDir, 'bin/postgres'),
    dirname(dataDir),
  ];
  if (await succeeds([...mapped, ...reachable])) {
    return { prefix: mapped, nativeDir, dataDir, own: async () => undefined };
  }
  return droppedAccount(nativeDir, dataDir, home, emit);
}

async function droppedAccount(nativeDir: string, dataDir: string, home: string, emit: Emit): Promise<Account> {
  const prefix = ['setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups', '--pdeathsig', 'INT', '--'];
  if (!(await succeeds([...prefix, 'true']))) {
    throw new Error(
      'PostgreSQL refuses to run as root, and neither user namespaces nor `setpriv` work here: ' +
        'start as an ordinary user, or set DATABASE_URL.',
    );
  }
  // One folder per clone, named after it, so that two clones do not share data.
  const moved = join(home, `${basename(dataDir)}-${fingerprint(dataDir)}`);
  const binaries = join(home, `postgres-${fingerprint(nativeDir)}`);
  await mkdir(home, { recursive: true, mode: 0o755 });
  await mirror(nativeDir, binaries);
  emit('postgres.moved', { reason: 'user namespaces are not available to root here', dataDir: moved, binaries });
  return { prefix, nativeDir: binaries, dataDir: moved, own: (path) => chown(path, nobody, nobody) };
}

function fingerprint(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 12);
}

/** Make the same folder elsewhere, once: complete or not there at all. */
async function mirror(from: string, to: string): Promise<void> {
  if (await stat(to).catch(() => undefined)) return;
  const half = `${to}.${process.pid}.new`;
  await rm(half, { recursive: true, force: true });
  await mirrorFolder(from, half);
  await rename(half, to);
}

async function mirrorFolder(from: string, to: string): Promise<void> {
  await mkdir(to, { mode: 0o755 });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) await mirrorFolder(source, target);
    else if (entry.isSymbolicLink()) await symlink(await readlink(source), target);
    else await mirrorFile(source, target);
  }
}

async function mirrorFile(source: string, target: string): Promise<void> {
  const { mode } = await stat(source);
  // A link shares the file's mode, so it only serves where everybody may read; it also ends at the file system's border.
  const linked =
    (mode & 0o004) !== 0 &&
    (await link(source, target).then(
      () => true,
      () => false,
    ));
  if (linked) return;
  await copyFile(source, target);
  await chmod(target, (mode & 0o100) === 0 ? 0o644 : 0o755);
}
