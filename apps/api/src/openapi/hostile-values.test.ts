import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { insertApiKey } from '@jobwire/db';
import { sha256, uuidv7 } from '@jobwire/runtime';

import { newApiKeyText } from '../auth/api-key-text.ts';
import { rawRequest } from '../http/testing/raw-request.ts';
import { type ComposedApi, composedApi } from './testing/composed-api.ts';

let api: ComposedApi;
let operator: string;
let keys: string[];

beforeAll(async () => {
  api = await composedApi({ RATE_LIMITS: 'off' });
  operator = await api.operatorToken();
  keys = await Promise.all([newKey(), newKey()]);
});
afterAll(() => api.stop());

async function newKey(): Promise<string> {
  const text = newApiKeyText();
  await insertApiKey(api.db, { id: uuidv7(), name: 'test', tokenHash: sha256(text), jobs: ['*'], expiresAt: null });
  return text;
}

interface Asked {
  status: number;
  text: string;
  /** Time that this process computed, which is not longer because the machine is busy; in milliseconds. */
  computedMs: number;
}

async function ask(method: string, path: string, body?: unknown, token = operator, headers = {}): Promise<Asked> {
  const before = process.cpuUsage();
  const response = await fetch(`${api.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const { user, system } = process.cpuUsage(before);
  return { status: response.status, text, computedMs: (user + system) / 1_000 };
}

const later = new Date(Date.now() + 86_400_000).toISOString();
const mail = { to: 'ada@example.com', subject: 'Hello', text: 'Hello' };
const job = { name: 'email.send', payload: mail, runAt: later };
const schedule = { job: 'email.send', payload: mail, cron: '0 0 1 1 *' };

/** What is no character at all cannot be part of an address; in JSON it is sent as it is. */
const encode = (text: string): string => encodeURIComponent(text.replaceAll(/\p{Cs}/gu, '\ufffd'));

/** Every place where a caller's text is compared, searched for, or written down. */
const places: Record<string, (text: string) => [method: string, path: string, body?: unknown]> = {
  'id of a job': (text) => ['GET', `/jobs/${encode(text)}`],
  'id to cancel': (text) => ['POST', `/jobs/${encode(text)}/cancel`, {}],
  'id of attempts': (text) => ['GET', `/jobs/${encode(text)}/attempts`],
  'position of logs': (text) => ['GET', `/jobs/${uuidv7()}/logs?after=${encode(text)}`],
  'name in a list': (text) => ['GET', `/jobs?name=${encode(text)}`],
  'state in a list': (text) => ['GET', `/jobs?state=${encode(text)}`],
  'tag in a list': (text) => ['GET', `/jobs?tag=${encode(text)}`],
  'words in a list': (text) => ['GET', `/jobs?q=${encode(text)}`],
  'owner in a list': (text) => ['GET', `/jobs?owner=${encode(text)}`],
  'time in a list': (text) => ['GET', `/jobs?createdAfter=${encode(text)}`],
  'cursor of a list': (text) => ['GET', `/jobs?after=${encode(text)}`],
  'limit of a list': (text) => ['GET', `/jobs?limit=${encode(text)}`],
  'order that there is not': (text) => ['GET', `/jobs?sort=${encode(text)}`],
  'name of a queue': (text) => ['GET', `/queues/${encode(text)}`],
  'queue to pause': (text) => ['POST', `/queues/${encode(text)}/pause`, {}],
  'reason of a pause': (text) => ['POST', '/queues/email.welcome/pause', { reason: text }],
  'name of a schedule': (text) => ['PUT', `/schedules/${encode(text)}`, schedule],
  'schedule to run': (text) => ['POST', `/schedules/${encode(text)}/run`],
  'times of a schedule': (text) => ['PUT', '/schedules/hostile', { ...schedule, cron: text }],
  'zone of a schedule': (text) => ['PUT', '/schedules/hostile', { ...schedule, timeZone: text }],
  'preview of times': (text) => ['GET', `/schedules/preview?cron=${encode(text)}`],
  'name of a job to start': (text) => ['POST', '/jobs', { ...job, name: text }],
  'address of a mail': (text) => ['POST', '/jobs', { ...job, payload: { ...mail, to: text } }],
  'language of a mail': (text) => ['POST', '/jobs', { ...job, payload: { ...mail, locale: text } }],
  'subject of a mail': (text) => ['POST', '/jobs', { ...job, payload: { ...mail, subject: text } }],
  'time to start': (text) => ['POST', '/jobs', { ...job, runAt: text }],
  'tag of a job': (text) => ['POST', '/jobs', { ...job, tags: [text] }],
  'dedupe key': (text) => ['POST', '/jobs', { ...job, dedupe: { key: text, mode: 'active' } }],
  'member that there is not': (text) => ['POST', '/jobs', { ...job, [text]: 1 }],
  'name in a bulk filter': (text) => ['POST', '/bulk-actions', bulk({ name: text })],
  'tag in a bulk filter': (text) => ['POST', '/bulk-actions', bulk({ tag: text })],
  'code in a bulk filter': (text) => ['POST', '/bulk-actions', bulk({ code: text })],
  'owner in a bulk filter': (text) => ['POST', '/bulk-actions', bulk({ owner: text })],
  'name of dead letters': (text) => ['GET', `/dead-letters?name=${encode(text)}`],
  'cursor of dead letters': (text) => ['GET', `/dead-letters?after=${encode(text)}`],
  'suppressed address': (text) => ['DELETE', `/suppressions/${encode(text)}`],
  'code of an error': (text) => ['GET', `/problems/${encode(text)}`],
};

const bulk = (filter: object): object => ({ action: 'cancel', filter, dryRun: true });

describe('a text that would be code elsewhere', () => {
  const texts = [
    `'OR'1'='1`,
    `';DROP TABLE jobs;--`,
    `') UNION SELECT token_hash FROM api_keys--`,
    `1;SELECT pg_sleep(60)`,
    `$1`,
    `%`,
    `_%' ESCAPE '`,
    `a:* & !b | <->`,
    `\\'; "`,
    `*\r\nFLUSHALL\r\n`,
    `bull:email.send:1`,
    `"]);redis.call('FLUSHALL')--`,
    `{{constructor.constructor('return process')()}}`,
    `__proto__`,
    `../../etc/passwd`,
    `\u0000`,
    `\ud800`,
    `<script>alert(1)</script>`,
  ];
  /** What PostgreSQL, Redis, Lua and Node say when they were asked something wrong. */
  const leak =
    /syntax error at|invalid input syntax|unterminated|does not exist|violates|out of range for type|SQLSTATE|WRONGTYPE|ERR |@user_script|node_modules|at Object\.|\.ts:\d/;

  it.each(Object.entries(places))('is a text like others, or refused: %s', async (_place, requestFor) => {
    const answers = await Promise.all(texts.map(async (text) => ({ text, answer: await ask(...requestFor(text)) })));
    for (const { text, answer } of answers) {
      const right = answer.status < 500 && !leak.test(answer.text);
      expect({ text, answer, right }).toMatchObject({ right: true });
    }
  });

  it('finds only what has it', async () => {
    const tag = `'OR'1'='1`;
    const started = await ask('POST', '/jobs', { ...job, tags: [tag] }, keys[0]);
    const { id } = (JSON.parse(started.text) as { job: { id: string } }).job;
    await ask('POST', '/jobs', { ...job, tags: ['other'] }, keys[0]);
    const found = await ask('GET', `/jobs?tag=${encodeURIComponent(tag)}`, undefined, keys[0]);
    expect(JSON.parse(found.text)).toMatchObject({ jobs: [{ id }] });
    const none = await ask('GET', `/jobs?tag=${encodeURIComponent(`${tag}--`)}`, undefined, keys[0]);
    expect(JSON.parse(none.text)).toMatchObject({ jobs: [] });
  });
});

describe('a text that makes careless patterns search for ever', () => {
  /** Shorter than an address may be. */
  const most = 2_500;
  const texts = ['a-', 'a.', '1,', '*/', '0', ' ', 'ä', '.-_']
    .map((part) => part.repeat(most / part.length))
    .flatMap((text) => [`${text}!`, `a@${text}`, `${text.slice(0, 490)} * * * *`]);

  it.each(Object.entries(places))('is answered without that: %s', async (_place, requestFor) => {
    for (const text of texts) {
      const { status, computedMs } = await ask(...requestFor(text));
      expect(status).toBeLessThan(500);
      expect({ text: text.slice(0, 20), computedMs, quick: computedMs < 2_000 }).toMatchObject({ quick: true });
    }
  });
});

describe('Idempotency-Key', () => {
  it('of a megabyte is refused before it is read to its end', async () => {
    const head = `POST /jobs HTTP/1.1\r\nHost: jobwire.test\r\nIdempotency-Key: `;
    const { status } = await rawRequest(Number(new URL(api.url).port), `${head}${'k'.repeat(1_048_576)}\r\n\r\n`);
    expect([0, 431]).toContain(status);
    expect((await ask('POST', '/jobs', job, keys[0], { 'idempotency-key': 'k'.repeat(8_000) })).status).toBe(400);
  });

  it('of somebody else is a key like any other: nothing is told of their answer', async () => {
    const requests: [path: string, body: unknown][] = [
      ['/jobs', job],
      ['/jobs/batch', { jobs: [job] }],
    ];
    for (const [path, body] of requests) {
      const [mine, theirs] = [
        await ask('POST', path, body, keys[0], { 'idempotency-key': 'shared' }),
        await ask('POST', path, body, keys[1], { 'idempotency-key': 'shared' }),
      ];
      expect([mine.status, theirs.status]).toEqual([202, 202]);
      const ids = [mine, theirs].map(({ text }) => /"id":"([^"]+)"/.exec(text)?.[1]);
      expect(new Set(ids).size).toBe(2);
    }
  });
});
