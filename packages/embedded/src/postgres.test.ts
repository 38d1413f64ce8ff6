import { fork } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createEvents } from '@jobwire/runtime';
import { eventually, spyEvents, type TestFolder, testFolder } from '@jobwire/testing';
import pg from 'pg';

import { type EmbeddedPostgres, type PostgresOptions, startPostgres } from './postgres.ts';

const isRoot = process.getuid?.() === 0;
const asRoot = isRoot ? it : it.skip;
const onLinux = process.platform === 'linux' ? it : it.skip;

let folder: TestFolder;
let dataDir: string;
let running: EmbeddedPostgres[];
beforeEach(async () => {
  folder = await testFolder('postgres');
  dataDir = join(folder.path, 'pg');
  running = [];
});
afterEach(async () => {
  await Promise.all(running.map((server) => server.stop()));
  await folder.stop();
});

async function start(options: Partial<PostgresOptions> = {}): Promise<EmbeddedPostgres> {
  const server = await startPostgres({ dataDir, emit: () => undefined, ...options });
  running.push(server);
  return server;
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client(url);
  // A server that is ended under the connection is what some tests are about.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<{ value: unknown }>(sql)).rows.map(({ value }) => value);
  } finally {
    await client.end();
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

it('starts a server with checksums, UTF-8 and UTC, and keeps its data', async () => {
  const first = await start();
  expect(await ask(first.url, "SELECT current_setting('data_checksums') AS value")).toEqual(['on']);
  expect(await ask(first.url, "SELECT current_setting('server_encoding') AS value")).toEqual(['UTF8']);
  expect(await ask(first.url, "SELECT current_setting('timezone') AS value")).toEqual(['UTC']);
  await ask(first.url, 'CREATE TABLE kept AS SELECT 7 AS value');
  await first.stop();
  expect(await first.ended).toEqual({ code: 0, signal: null });
  const second = await start();
  expect(await ask(second.url, 'SELECT value FROM kept')).toEqual([7]);
});

it('lets nobody in without the password', async () => {
  const { url } = await start();
  const guess = new URL(url);
  guess.password = 'guess';
  await expect(ask(guess.href, 'SELECT 1 AS value')).rejects.toThrow('password authentication failed');
});

it('takes settings and a port', async () => {
  const { freePort } = await import('./free-port.ts');
  const port = await freePort();
  const { url } = await start({ port, settings: { max_connections: '17' } });
  expect(new URL(url).port).toBe(String(port));
  expect(await ask(url, "SELECT current_setting('max_connections') AS value")).toEqual(['17']);
});

asRoot('runs for root below a folder that only root may enter', async () => {
  await chmod(folder.path, 0o700);
  const { url, dataDir: used } = await start();
  expect(used).toBe(dataDir);
  expect(await ask(url, 'SELECT 1 AS value')).toEqual([1]);
});

describe('where root has no namespace that reaches the data', () => {
  let home: string;
  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'jobwire-home-'));
    await chmod(home, 0o755);
  });
  afterEach(async () => {
    await Promise.all(running.map((server) => server.stop()));
    await rm(home, { recursive: true });
  });

  asRoot('runs as nobody from a folder of its own, says so, and finds its data again', async () => {
    // Somebody else's folder: closed to root's namespace, which has none of root's rights.
    const foreign = join(folder.path, 'foreign');
    await mkdir(foreign, { mode: 0o700 });
    await chown(foreign, 12_345, 12_345);
    const events = createEvents();
    const spy = spyEvents(events);
    const options = { dataDir: join(foreign, 'pg'), fallbackHome: home, emit: events.emit };
    const first = await start(options);
    expect(first.dataDir.startsWith(home)).toBe(true);
    expect(spy.named('postgres.moved').map(({ facts }) => facts['dataDir'])).toEqual([first.dataDir]);
    expect((await stat(first.dataDir)).uid).toBe(65_534);
    await ask(first.url, 'CREATE TABLE kept AS SELECT 7 AS value');
    await first.stop();
    const second = await start(options);
    expect(await ask(second.url, 'SELECT value FROM kept')).toEqual([7]);
  });
});

describe('an earlier server', () => {
  it('that was killed leaves a data directory that starts again, with what was committed', async () => {
    const first = await start();
    await ask(first.url, 'CREATE TABLE kept AS SELECT 7 AS value');
    const client = new pg.Client(first.url);
    client.on('error', () => undefined);
    await client.connect();
    process.kill(first.pid, 'SIGKILL');
    await first.ended;
    const second = await start();
    expect(await ask(second.url, 'SELECT value FROM kept')).toEqual([7]);
    await client.end();
  });

  it('that was killed may still answer a query: the new one waits for its end', async () => {
    const first = await start();
    const client = new pg.Client(first.url);
    client.on('error', () => undefined);
    await client.connect();
    const busy = client.query('SELECT sum(i) FROM generate_series(1, 5000000) AS i').catch(() => undefined);
    await eventually(async () => {
      const states = await ask(
        first.url,
        "SELECT state AS value FROM pg_stat_activity WHERE query LIKE '%generate_series(1%' AND pid <> pg_backend_pid()",
      );
      expect(states).toEqual(['active']);
    });
    process.kill(first.pid, 'SIGKILL');
    // Not `ended`, which waits for the query too.
    await eventually(() => expect(isAlive(first.pid)).toBe(false));
    const { url } = await start();
    expect(await ask(url, 'SELECT 1 AS value')).toEqual([1]);
    await busy;
    await client.end();
  });

  onLinux('whose number belongs to another process now does not matter', async () => {
    await (await start()).stop();
    await writeFile(join(dataDir, 'postmaster.pid'), `${process.pid}\n${dataDir}\n`);
    await start();
  });

  it('that still runs is named', async () => {
    const { pid } = await start();
    await expect(start()).rejects.toThrow(`A PostgreSQL server (pid ${pid}) is running on ${dataDir} already`);
  });

  it('of another version is named, and nothing is touched', async () => {
    await (await start()).stop();
    await writeFile(join(dataDir, 'PG_VERSION'), '12\n');
    await expect(start()).rejects.toThrow(/made by PostgreSQL 12, but this release runs PostgreSQL \d+/);
    expect(await readFile(join(dataDir, 'PG_VERSION'), 'utf8')).toBe('12\n');
  });

  it('that is not ours is left alone', async () => {
    await (await start()).stop();
    await rm(join(dataDir, 'jobwire.password'));
    await expect(start()).rejects.toThrow('did not make');
  });

  it('that was interrupted while it was being made is made again', async () => {
    await mkdir(`${dataDir}.new`);
    await writeFile(join(`${dataDir}.new`, 'PG_VERSION'), '18\n');
    const { url } = await start();
    expect(await ask(url, 'SELECT 1 AS value')).toEqual([1]);
  });
});

it('says why it could not start', async () => {
  await expect(start({ settings: { shared_buffers: 'nonsense' } })).rejects.toThrow(/did not start:[^]*shared_buffers/);
});

it('tells when it ends unasked', async () => {
  const events = createEvents();
  const spy = spyEvents(events);
  const { pid } = await start({ emit: events.emit });
  process.kill(pid, 'SIGINT');
  expect((await spy.waitFor('postgres.ended')).facts).toMatchObject({ pid, expected: false });
});

onLinux('does not hear Ctrl-C: it has a process group of its own', async () => {
  const { pid } = await start();
  const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')[1]?.split(' ');
  expect(Number(fields?.[2])).toBe(pid);
});

onLinux('ends when its parent is killed', async () => {
  const parent = fork(fileURLToPath(new URL('../fixtures/postgres-parent.ts', import.meta.url)), [dataDir], {
    execArgv: ['--conditions=@jobwire/source', '--import', 'tsx'],
  });
  const [pid] = (await once(parent, 'message')) as [number];
  expect(isAlive(pid)).toBe(true);
  parent.kill('SIGKILL');
  await eventually(() => expect(isAlive(pid)).toBe(false));
});
