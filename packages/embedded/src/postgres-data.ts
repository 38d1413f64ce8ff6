import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, readlink, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { runProgram } from './child.ts';
import type { Account } from './postgres-account.ts';
import { postgresEnv } from './postgres-binaries.ts';

/** The superuser and the database that every embedded server has. */
export const owner = 'jobwire';

/** Read by us alone; PostgreSQL ignores files that it does not know. */
const passwordFile = 'jobwire.password';

/**
 * See to it that the data directory can be started, and make it where there is none.
 *
 * @returns the superuser's password
 * @throws Error when it is of another major version, in use by a living server, or not made by us
 */
export async function prepareData(account: Account, major: string): Promise<string> {
  const { dataDir } = account;
  const version = (await readIfThere(join(dataDir, 'PG_VERSION')))?.trim();
  if (version === undefined) return createData(account);
  if (version !== major) {
    throw new Error(
      `${dataDir} was made by PostgreSQL ${version}, but this release runs PostgreSQL ${major}: ` +
        'move the data with pg_dump and pg_restore, or move the folder away to start empty.',
    );
  }
  await refuseSecondServer(dataDir);
  const password = await readIfThere(join(dataDir, passwordFile));
  if (password === undefined)
    throw new Error(`${dataDir} holds a PostgreSQL that Jobwire did not make: choose another folder.`);
  return password.trim();
}

/** Beside its final place first, and renamed when complete: a start that was interrupted leaves nothing that looks ready. */
async function createData(account: Account): Promise<string> {
  const half = `${account.dataDir}.new`;
  await rm(half, { recursive: true, force: true });
  const password = randomBytes(24).toString('base64url');
  await initialise(account, half);
  await createOwner(account, half, password);
  await writeOwned(account, join(half, 'pg_hba.conf'), `host all ${owner} 127.0.0.1/32 scram-sha-256\n`);
  await writeOwned(account, join(half, passwordFile), `${password}\n`);
  await rename(half, account.dataDir);
  return password;
}

async function initialise(account: Account, dataDir: string): Promise<void> {
  await mkdir(dataDir, { mode: 0o700 });
  await account.own(dataDir);
  const { code, output } = await runProgram({
    command: [
      ...account.prefix,
      join(account.nativeDir, 'bin', 'initdb'),
      `--pgdata=${dataDir}`,
      `--username=${owner}`,
      // Replaced by createData before anybody can connect.
      '--auth=trust',
      '--data-checksums',
      '--encoding=UTF8',
      // The built-in provider sorts alike on every system and needs no locale of the machine.
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--no-instructions',
    ],
    env: postgresEnv(),
  });
  if (code !== 0) throw new Error(`PostgreSQL could not make ${dataDir}:\n${output.trim()}`);
}

async function createOwner(account: Account, dataDir: string, password: string): Promise<void> {
  const { code, output } = await runProgram({
    command: [...account.prefix, join(account.nativeDir, 'bin', 'postgres'), '--single', '-D', dataDir, 'postgres'],
    env: postgresEnv(),
    // The password is 192 random bits, so that repeating the hash would only slow every connection down.
    input: `SET scram_iterations = 1;\nALTER ROLE ${owner} PASSWORD '${password}';\nCREATE DATABASE ${owner};\n`,
  });
  if (code !== 0 || output.includes('ERROR:'))
    throw new Error(`PostgreSQL could not prepare ${dataDir}:\n${output.trim()}`);
}

async function writeOwned(account: Account, path: string, text: string): Promise<void> {
  await writeFile(path, text, { mode: 0o600 });
  await chmod(path, 0o600);
  await account.own(path);
}

/**
 * A server that died leaves `postmaster.pid` behind; when its number has gone to another process meanwhile, PostgreSQL
 * would refuse to start. So look who it is.
 */
async function refuseSecondServer(dataDir: string): Promise<void> {
  const path = join(dataDir, 'postmaster.pid');
  const pid = Number((await readIfThere(path))?.split('\n')[0]);
  if (!Number.isInteger(pid) || pid <= 0) return;
  if (await isServerOf(pid, dataDir)) {
    throw new Error(`A PostgreSQL server (pid ${pid}) is running on ${dataDir} already: stop it first.`);
  }
  await rm(path, { force: true });
}

async function isServerOf(pid: number, dataDir: string): Promise<boolean> {
  if (!isAlive(pid)) return false;
  // Every PostgreSQL process works in its data directory. Elsewhere than on Linux this cannot be asked.
  if (process.platform !== 'linux') return true;
  const [workDir, ours] = await Promise.all([readlink(`/proc/${pid}/cwd`).catch(() => undefined), realpath(dataDir)]);
  return workDir === ours;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) === 'EPERM';
  }
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** The code of an error of the system. Not asked by `instanceof`: inside of Jest, Node's errors are of another `Error`. */
function systemCode(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}
