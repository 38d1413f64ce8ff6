import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient } from '@jobwire/client';
import { insertApiKey } from '@jobwire/db';
import { randomToken, sha256, uuidv7 } from '@jobwire/runtime';
import { z } from 'zod';

import { startCrowd } from '../crowd/crowd.ts';
import { engines, type RunningEngine } from '../engines.ts';
import { eventually } from '../eventually.ts';
import { testFolder } from '../folder.ts';
import { createStops } from '../stops.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { testSmtp } from '../test-smtp.ts';
import { startApp } from './app-process.ts';
import { killOneOfTwo } from './kill-one-of-two.ts';
import { type ReturningApi, startReturningApi } from './returning-api.ts';
import { systemSecret } from './system.ts';

/** Debian's own Python, which has Debian's modules; another one first on the path has not. */
const python = ['/usr/bin/python3', 'python3'].find(
  (program) => spawnSync(program, ['-c', 'import websockets; assert websockets.__version__ >= "10"']).status === 0,
);
const itWithPython = python === undefined ? it.skip : it;
if (python === undefined)
  process.stderr.write('The client in Python is not run: no python3-websockets (apt-get install python3-websockets)\n');

const root = new URL('../../../../', import.meta.url);
const example = fileURLToPath(new URL('docs/examples/jobwire.py', root));
const wscat = fileURLToPath(new URL('node_modules/wscat/bin/wscat', root));
const said = z.looseObject({ kind: z.string(), seq: z.int().optional(), type: z.string().optional() });

// The first engine of the machine: what differs between them is tested where it differs.
describe.each(engines.slice(0, 1))('two api processes on the $kind engine', ({ start }) => {
  const stops = createStops();
  let engine: RunningEngine;
  let database: TestDatabase;
  let gateways: readonly [ReturningApi, ReturningApi];
  let token: string;

  beforeAll(async () => {
    const folder = stops.add(await testFolder('gateways'));
    engine = stops.add(await start());
    database = stops.add(await testDatabase());
    const smtp = stops.add(await testSmtp());
    const env = {
      NODE_ENV: 'test',
      LOG_LEVEL: 'error',
      DATABASE_URL: database.url,
      SMTP_URL: smtp.url,
      SECRET_KEY: systemSecret,
      DATA_DIR: folder.path,
      RATE_LIMITS: 'off',
      WORKER_PORT: '0',
      ...(engine.redisUrl ? { REDIS_URL: engine.redisUrl } : {}),
    };
    gateways = [await startReturningApi(env), await startReturningApi(env)];
    const worker = await startApp('worker', env);
    for (const app of [worker, ...gateways]) stops.add({ stop: () => app.kill() });
    token = `jw_${randomToken()}`;
    const key = { id: uuidv7(), name: 'independent', tokenHash: sha256(token), jobs: ['*'], expiresAt: null };
    await insertApiKey(database.db, key);
  });

  afterAll(() => stops.stopAll());

  /** Run the example and collect what it says. */
  async function runExample(args: readonly string[]): Promise<z.output<typeof said>[]> {
    const child = spawn(python ?? '', [example, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    const output = outputOf(child);
    const [code] = await once(child, 'close');
    if (code !== 0) throw new Error(`The example ended with ${String(code)}:\n${output()}`);
    return output()
      .trim()
      .split('\n')
      .map((line) => said.parse(JSON.parse(line)));
  }

  it('show everything once to 60 sockets while one of them is killed and comes back', async () => {
    const crowd = stops.add(await startCrowd(1));
    const urls = gateways.map(({ socketUrl }) => socketUrl);
    await crowd.connect({ urls, count: 60, channel: 'room:watched', token });
    const plan = { everyMs: 50, forMs: 10_000, killAtMs: 2_000, startAtMs: 5_000 };
    const authorization = `Bearer ${token}`;
    const seen = await killOneOfTwo(gateways, crowd, database.db, { room: 'watched', authorization, ...plan });
    crowd.leave();
    expect(seen).toMatchObject({ messages: 200, gaps: 0, duplicates: 0, different: 0 });
    expect(seen.lost).toBeGreaterThan(0);
  }, 300_000);

  itWithPython('are understood by a client in Python that was written by the protocol document', async () => {
    const [{ url, socketUrl }] = gateways;
    const description = await (await fetch(`${url}/asyncapi.json`)).text();
    for (const used of ['hello', 'sub', 'pub', 'presence', 'history', 'event', 'snapshot', 'unsub'])
      expect(description).toContain(`"${used}"`);
    const { job, ticket } = await createClient({ baseUrl: url }).register({ email: 'python@example.com' });
    const watched = await runExample(['job', socketUrl, job.id, '--ticket', ticket, '--drop-after', '1']);
    const events = watched.filter(({ kind }) => kind === 'event');
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_event, index) => index + 1));
    expect(events[0]?.type).toBe('job.queued');
    expect(events.at(-1)?.type).toBe('job.succeeded');
    // It lost its connection once and went on where it was.
    expect(watched.filter(({ kind }) => kind === 'lost' || kind === 'welcome')).toHaveLength(3);

    const talked = await runExample(['room', socketUrl, 'salon', '--token', token, '--say', 'Bonsoir']);
    const ofKind = (kind: string) => talked.find((each) => each.kind === kind);
    expect(ofKind('here')).toMatchObject({ online: 1, names: ['independent'] });
    expect(ofKind('published')).toMatchObject({ seq: 1, repeated: true });
    expect(ofKind('history')).toMatchObject({ seqs: [1], more: false });
    expect(ofKind('event')).toMatchObject({ seq: 1, type: 'room.message', data: { data: { text: 'Bonsoir' } } });
  });

  it('answer the lines of the README in wscat', async () => {
    const [, { url, socketUrl }] = gateways;
    const { job, ticket } = await createClient({ baseUrl: url }).register({ email: 'wscat@example.com' });
    const child = spawn(process.execPath, [wscat, '-c', socketUrl], { stdio: ['pipe', 'pipe', 'pipe'] });
    stops.add({ stop: async () => void child.kill('SIGKILL') });
    const output = outputOf(child);
    // Without a terminal it does not say that it is connected, and forgets what it was told before.
    await eventually(async () => {
      child.stdin.write('{"id":1,"op":"hello"}\n');
      await delay(500);
      expect(output()).toContain('{"id":1,"ok":{"connId":');
    });
    child.stdin.write(`{"id":2,"op":"sub","ch":"job:${job.id}","ticket":"${ticket}"}\n`);
    await eventually(() => expect(output()).toMatch(/\{"id":2,"ok":\{"epoch":"[^"]+","seq":\d/));
    await eventually(() => expect(output()).toContain('succeeded'));
    child.kill('SIGTERM');
  });
});

function outputOf(child: ChildProcess): () => string {
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return () => text;
}
