import { createHash, randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';

import { type Answer, type MailStage, startMailStage } from './mail-stage.ts';
import { skipWaits } from './skip-waits.ts';

let stage: MailStage;
beforeAll(async () => {
  stage = await startMailStage({ env: { LOG_LEVEL: 'debug' }, redis: { appendOnly: true } });
});
afterAll(() => stage?.stop());

const canary = 'canary-7f3a9c@birdcage.example';
const echo = `<${canary}> in the birdcage`;

/** Secrets by what they are; all were in the hands of the processes. */
const secrets = new Map<string, string>([
  ['address', canary],
  ['password of the mail server', 'hunter2-in-the-birdcage'],
  ['secret key', 'a key of the tests, at least 32 characters long'],
]);
const bearer = (token: string): Record<string, string> => ({ authorization: `Bearer ${token}` });
const get = (path: string, headers: Record<string, string> = {}): Promise<Answer> =>
  stage.ask({ path, method: 'GET', headers });
const cookieOf = ({ headers }: Answer): string => headers.getSetCookie()[0]?.split(';')[0] ?? '';

/** Everything that the processes said. */
const outputs = (): string => [stage.system.api, ...stage.system.workers].map((app) => app.output()).join('\n');

/** Everything that the engine keeps: its keys, and on Redis its file, which has every command. */
const engineMemory = async (): Promise<string> => {
  const { redis } = stage.engine;
  if (!redis) {
    const tables = await stage.db.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname LIKE 'bullmq%'`,
    );
    const rows = await Promise.all(tables.map(({ name }) => stage.db.query(`SELECT t::text FROM ${name} t`)));
    return JSON.stringify(rows);
  }
  const folder = join(redis.dir, 'appendonlydir');
  const files = await Promise.all((await readdir(folder)).map((file) => readFile(join(folder, file), 'latin1')));
  const client = new Redis(redis.url);
  const keys = await client.keys('*');
  const values = await Promise.all(keys.map((key) => client.dump(key)));
  client.disconnect();
  return [...files, ...keys, ...values.map(String)].join('\n');
};

const look = async (): Promise<string[]> => {
  const places = { output: outputs(), engine: await engineMemory() };
  expect(places.output.length).toBeGreaterThan(1_000);
  expect(places.engine.length).toBeGreaterThan(1_000);
  return Object.entries(places).flatMap(([place, text]) =>
    [...secrets].flatMap(([what, secret]) =>
      text.includes(secret) ? [`${what} in ${place}: ${around(text, secret)}`] : [],
    ),
  );
};

function around(text: string, secret: string): string {
  const at = text.indexOf(secret);
  return text.slice(Math.max(0, at - 300), at + 100);
}

/** Register, sign in, renew, and use every credential that comes of it. */
const useAccount = async (): Promise<void> => {
  const registered = await stage.ask({ json: { email: canary, name: 'Birdcage' } });
  const job = registered.job?.id ?? '';
  const { ticket } = registered.body as { ticket: string };
  const token = await stage.tokenOf(job);
  secrets.set('ticket', ticket).set('token of the link', token);
  await get(`/verify?token=${token}`);
  await get(`/jobs/${job}?ticket=${ticket}`);
  await get(`/jobs/${job}/events?ticket=${ticket}`, { accept: 'application/json' });
  const verified = await stage.ask({ path: '/verify', json: { token } });
  expect(verified.status).toBe(200);
  const { accessToken } = verified.body as { accessToken: string };
  const cookie = cookieOf(verified);
  const refreshed = await stage.ask({ path: '/refresh', headers: { cookie, origin: 'http://localhost:0' } });
  secrets.set('access token', accessToken);
  for (const [name, value] of [
    ['cookie', cookie],
    ['renewed cookie', cookieOf(refreshed)],
  ] as const) {
    const [, family = '', part = ''] = /=([\w-]{43})\.([\w-]{43})/.exec(decodeURIComponent(value)) ?? [];
    expect([name, family.length, part.length]).toEqual([name, 43, 43]);
    secrets.set(`${name}: family`, family).set(`${name}: token`, part);
  }
  await get('/me', bearer(accessToken));
  await get(`/me?access_token=${accessToken}`);
  await stage.ask({ path: '/verify', json: { token } });
  await stage.ask({ path: `/refresh?${cookie}`, headers: { cookie } });
  await stage.ask({ path: '/verify', raw: `{"token":"${token}"` });
  await get(`/admin/enter?token=${token}`);
  for await (const _ of stage.system.client().watch(job, { ticket, since: '0' })) void _;
};

/** A program with a key. */
const makeKey = async (): Promise<string> => {
  const key = `jw_${randomBytes(32).toString('base64url')}`;
  secrets.set('API key', key);
  await stage.db.query(
    `INSERT INTO api_keys (id, name, token_hash, jobs) VALUES (gen_random_uuid(), 'canary', $1, '{email.send}')`,
    [createHash('sha256').update(key).digest('hex')],
  );
  return key;
};

/** Let a program write to the address, and the mail server repeat it in everything that it says. */
const hearEchoes = async (key: string): Promise<void> => {
  const answers = [
    { at: 'rcpt', reply: 550, text: `5.1.1 ${echo}` },
    { at: 'rcpt', reply: 451, text: `4.2.2 ${echo}` },
    { at: 'final', reply: 554, text: `5.6.0 ${echo}` },
    { at: 'final', reply: 550, text: `5.7.1 ${echo}` },
    { at: 'final', raw: `250 2.0.0 ${echo}\r\n` },
    { at: 'data', raw: `${echo}\r\n` },
    { at: 'final', drop: true },
    { at: 'mail', reply: 550, text: `5.7.1 ${echo}` },
  ] as const;
  const payload = { to: canary, subject: 'Birdcage', text: `To ${canary}` };
  for (const answer of answers) {
    await stage.db.query('DELETE FROM suppressions');
    stage.smtp.once(answer);
    const { status, job } = await stage.ask({
      path: '/jobs',
      json: { name: 'email.send', payload },
      headers: bearer(key),
    });
    expect(status).toBe(202);
    await stage.ended(job?.id ?? '', 1);
  }
};

it('no secret and no whole address is in what the processes say or in what the engine keeps', async () => {
  await useAccount();
  const key = await makeKey();
  await hearEchoes(key);
  stage.smtp.always({ at: 'auth', reply: 535, text: `5.7.8 ${echo}` });
  stage.smtp.cut();
  await skipWaits(stage.db);
  await stage.ended(await stage.register(canary.replace('@', '+2@')), 1);
  await stage.ask({ path: `/jobs?key=${key}`, json: { name: 'image.thumbnail', payload: {} }, headers: bearer(key) });
  await get(`/${canary}`, bearer(key));
  await stage.databaseProxy.refuse();
  await stage.ask({ json: { email: canary } });
  await get('/me', bearer(key));
  await stage.databaseProxy.accept();
  expect(await look()).toEqual([]);
});
