import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { createStage, type Stage } from '../fixtures/scene.ts';

let stage: Stage;
beforeEach(() => {
  stage = createStage();
});
afterEach(() => stage.clear());

describe('a start', () => {
  test('says where everything is, and writes it down for its owner only', async () => {
    const scene = stage.start();
    await scene.said(/Ctrl-C stops everything/);

    const file = join(scene.dataDir, 'running.json');
    const running = JSON.parse(readFileSync(file, 'utf8'));
    expect(scene.lines.join('\n')).toContain(`Console   ${running.api}/`);
    expect(scene.lines.join('\n')).toContain(`Inbox     ${running.inbox}`);
    expect(await scene.said(/^ +Admin /)).toContain(`Admin     ${running.api}/`);
    expect(scene.lines.join('\n')).toContain('PostgreSQL, because REDIS_URL is not set');
    expect(await (await fetch(running.api)).text()).toBe('served');
    expect((await fetch(running.inbox)).status).toBe(200);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(scene.dataDir).mode & 0o777).toBe(0o700);
  });

  test('shows no colours where the output is no terminal', async () => {
    const scene = stage.start();
    await scene.said(/Jobwire is ready/);

    expect(scene.lines.filter((line) => line.includes('\u001B['))).toEqual([]);
    expect(await scene.said(/serving as/)).toMatch(/^(api|worker) +│ serving as \d+$/);
  });

  test('makes a secret key once and keeps it', async () => {
    const first = stage.start();
    await first.said(/Jobwire is ready/);
    first.press('SIGTERM');
    await first.ended;
    const file = join(first.dataDir, 'secret-key');
    const key = readFileSync(file, 'utf8');
    expect(key.trim()).toHaveLength(43);
    expect(statSync(file).mode & 0o777).toBe(0o600);

    const second = stage.start({ dataDir: first.dataDir });
    await second.said(/Jobwire is ready/);

    expect(readFileSync(file, 'utf8')).toBe(key);
  });

  test('refuses a bad configuration with a line for each problem and exit code 78', async () => {
    const scene = stage.start({ env: { PORT: 'many', LOG_LEVEL: 'loud' } });

    expect((await scene.ended).code).toBe(78);
    await scene.said(/ {2}PORT: /);
    await scene.said(/ {2}LOG_LEVEL: /);
    expect(existsSync(scene.dataDir)).toBe(false);
  });

  test('passes on that a child refused its configuration', async () => {
    const scene = stage.start({ env: { REFUSE: 'yes' } });

    expect((await scene.ended).code).toBe(78);
    await scene.nothingLeft();
  });

  test('is refused on a data folder that is in use, naming who uses it', async () => {
    const first = stage.start();
    await first.said(/Jobwire is ready/);
    const second = stage.start({ dataDir: first.dataDir });

    expect((await second.ended).code).toBe(1);
    await second.said(new RegExp(`running on ${first.dataDir} already, as process ${first.standalonePid()}`));
    expect(JSON.parse(readFileSync(join(first.dataDir, 'running.json'), 'utf8')).pid).toBe(first.standalonePid());
    first.press('SIGTERM');
    expect((await first.ended).code).toBe(0);
  });

  test('takes over a lock whose number has gone to another process', async () => {
    const dataDir = stage.folder();
    writeFileSync(join(dataDir, 'lock'), `${process.pid} 1\n`);

    const scene = stage.start({ dataDir });

    expect(await scene.said(/Jobwire is ready|already/)).toContain('ready');
  });

  test.each(['PORT', 'WORKER_PORT', 'INBOX_PORT', 'INBOX_SMTP_PORT'])('names %s when it is busy', async (variable) => {
    const { server, port } = await occupy();
    try {
      const scene = stage.start({ env: { [variable]: String(port) } });

      expect((await scene.ended).code).toBe(1);
      await scene.said(new RegExp(`Port ${port} is busy.*set ${variable} to another port`));
      await scene.nothingLeft();
    } finally {
      server.close();
    }
  });
});

describe('a child that ends by itself', () => {
  test('is started again', async () => {
    const scene = stage.start();
    await scene.said(/Jobwire is ready/);
    const pid = Number(/worker.*serving as (\d+)/.exec(await scene.said(/worker.*serving as/))?.[1]);

    process.kill(pid, 'SIGKILL');

    await scene.said(/worker ended \(SIGKILL\); starting it again in 0.5 s/);
    await scene.said(/worker is back/);
    scene.press('SIGTERM');
    expect((await scene.ended).code).toBe(0);
    await scene.nothingLeft();
  });

  test('is started anew when its sources change', async () => {
    const sources = stage.folder();
    const scene = stage.start({ env: { WATCHED: sources } });
    await scene.said(/Jobwire is ready/);
    const pid = (await scene.said(/api.*serving as/)).split(' ').at(-1);

    writeFileSync(join(sources, 'route.ts'), 'export const changed = true;\n');

    await scene.said(/a source has changed; starting api again/);
    await scene.said(new RegExp(`api.*serving as (?!${pid}$)`));
    scene.press('SIGINT');
    expect((await scene.ended).code).toBe(0);
    await scene.nothingLeft();
  });
});

test('PostgreSQL that ends by itself ends the whole system', async () => {
  const scene = stage.start();
  await scene.said(/Jobwire is ready/);
  const pid = Number(readFileSync(join(scene.dataDir, 'pg', 'postmaster.pid'), 'utf8').split('\n')[0]);

  process.kill(pid, 'SIGTERM');

  expect((await scene.ended).code).toBe(1);
  await scene.said(/stopping \(PostgreSQL has ended\)/);
  await scene.nothingLeft();
});

async function occupy(): Promise<{ server: Server; port: number }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { server, port: address.port };
}
