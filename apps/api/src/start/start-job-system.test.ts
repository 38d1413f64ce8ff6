import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { insertApiKey, revokeApiKey } from '@jobwire/db';
import { sha256, uuidv7 } from '@jobwire/runtime';
import {
  createStops,
  engines,
  eventually,
  startSystem,
  type System,
  type TestDatabase,
  testDatabase,
  type TestSmtp,
  testSmtp,
} from '@jobwire/testing';

import { newApiKeyText } from '../auth/api-key-text.ts';

interface Started {
  job: { id: string; links: { self: string } };
  ticket: string;
}

describe.each(engines)('a program with a key on the $kind engine', ({ start }) => {
  const stops = createStops();
  let system: System;
  let database: TestDatabase;
  let smtp: TestSmtp;

  beforeAll(async () => {
    const engine = stops.add(await start());
    database = stops.add(await testDatabase());
    smtp = stops.add(await testSmtp());
    system = stops.add(await startSystem({ databaseUrl: database.url, redisUrl: engine.redisUrl, smtpUrl: smtp.url }));
  });
  afterAll(() => stops.stopAll());

  const keyFor = async (...jobs: string[]): Promise<{ id: string; text: string }> => {
    const key = { id: uuidv7(), text: newApiKeyText() };
    await insertApiKey(database.db, { id: key.id, name: 'shop', tokenHash: sha256(key.text), jobs, expiresAt: null });
    return key;
  };
  const bearer = (token: string): Record<string, string> => ({ authorization: `Bearer ${token}` });
  const send = (token: string, to: string): Promise<Response> =>
    fetch(`${system.api.url}/jobs`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...bearer(token) },
      body: JSON.stringify({ name: 'email.send', payload: { to, subject: 'Your order', text: 'It is on its way.' } }),
    });
  const read = (path: string, headers: Record<string, string>): Promise<Response> =>
    fetch(`${system.api.url}${path}`, { headers });

  it('starts a mail, watches it to its end, and nobody else does', async () => {
    const [key, other] = await Promise.all([keyFor('email.*'), keyFor('*')]);
    const response = await send(key.text, 'ada@example.com');
    expect(response.status).toBe(202);
    const { job, ticket } = (await response.json()) as Started;
    await smtp.waitForMail((mail) => JSON.stringify(mail).includes('Your order'));
    await eventually(async () => {
      const seen = await read(job.links.self, bearer(key.text));
      expect(await seen.json()).toMatchObject({ id: job.id, state: 'succeeded' });
    });
    expect((await read(job.links.self, bearer(other.text))).status).toBe(404);
    expect((await read(job.links.self, {})).status).toBe(404);
    expect((await read(`${job.links.self}?ticket=${ticket}`, {})).status).toBe(200);
  });

  it('starts only what its key names, and nothing once the key is revoked', async () => {
    const [key, narrow] = await Promise.all([keyFor('*'), keyFor('image.*')]);
    expect((await send(narrow.text, 'bob@example.com')).status).toBe(403);
    expect((await send(key.text, 'bob@example.com')).status).toBe(202);
    await revokeApiKey(database.db, key.id, new Date());
    expect((await send(key.text, 'bob@example.com')).status).toBe(401);
    expect((await read('/suppressions', bearer(narrow.text))).status).toBe(403);
  });

  it('starts one job for 100 identical requests at two processes, and answers all alike', async () => {
    const second = await system.startApi();
    const key = await keyFor('email.*');
    const body = { name: 'email.send', payload: { to: 'eve@example.com', subject: 'Once', text: 'Once.' } };
    const ask = (url: string): Promise<Response> =>
      fetch(`${url}/jobs`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': 'order-1', ...bearer(key.text) },
        body: JSON.stringify(body),
      });
    /** A busy machine may have no connection free in time, which is worth another try: that is what the key is for. */
    const askUntilAnswered = async (url: string): Promise<Response> => {
      const response = await ask(url);
      return response.status === 503 ? askUntilAnswered(url) : response;
    };
    const responses = await Promise.all(
      Array.from({ length: 100 }, (_, index) => askUntilAnswered(index % 2 ? system.api.url : second.url)),
    );
    const bodies = await Promise.all(responses.map((response) => response.text()));
    expect(new Set(responses.map(({ status }) => status))).toEqual(new Set([202]));
    expect(new Set(responses.map((response) => response.headers.get('location'))).size).toBe(1);
    expect(new Set(bodies).size).toBe(1);
    const replayed = responses.filter((response) => response.headers.get('idempotency-replayed') === 'true');
    expect(replayed.length).toBeGreaterThanOrEqual(99);
    const [row] = await database.db.query<{ jobs: number }>(
      'SELECT count(*)::int AS jobs FROM jobs WHERE owner_id = $1',
      [key.id],
    );
    expect(row?.jobs).toBe(1);
  });
});
