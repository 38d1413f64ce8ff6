import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { engines } from '@jobwire/testing';

import { play, type SteerServer, steerServer } from '../steer/testing/steer-server.ts';

let server: SteerServer;
const failed: string[] = [];

beforeAll(async () => {
  const engine = engines.at(-1);
  if (!engine) throw new Error('There is no engine');
  server = await steerServer(engine.start);
  for (const does of ['fail', 'fail', 'nothing', 'fail']) {
    const id = await server.system.start(play, { does });
    await server.system.finished(id);
    if (does === 'fail') failed.unshift(id);
  }
});
afterAll(() => server.stop());

it('lists what failed for good page by page, the newest first', async () => {
  const first = await server.send('GET', '/dead-letters?limit=2&code=BROKEN', 'viewer');
  expect(first.body.deadLetters).toMatchObject([
    { id: failed[0], attempt: 1, error: { code: 'BROKEN' } },
    { id: failed[1] },
  ]);
  const next = encodeURIComponent(first.body.page.next);
  const second = await server.send('GET', `/dead-letters?limit=2&code=BROKEN&after=${next}`, 'viewer');
  expect(second.body).toMatchObject({ deadLetters: [{ id: failed[2] }], page: { next: null, limit: 2 } });
  // A cursor is good for its own list alone.
  expect((await server.send('GET', `/dead-letters?after=${next}`, 'viewer')).status).toBe(422);
});

it('leaves out what ended in another way', async () => {
  const { body } = await server.send('GET', '/dead-letters', 'viewer');
  expect(JSON.stringify(body).match(/"state":"[a-z]+"/g)).toEqual(failed.map(() => '"state":"failed"'));
});

it('finds by code, name and time', async () => {
  for (const query of ['code=OTHER', 'name=test.hidden', 'finishedBefore=2000-01-01T00:00:00Z']) {
    expect((await server.send('GET', `/dead-letters?${query}`, 'operator')).body.deadLetters).toEqual([]);
  }
});

it('is for administrators', async () => {
  const statuses = [undefined, 'ada', 'key'].map(
    async (who) => (await server.send('GET', '/dead-letters', who)).status,
  );
  expect(await Promise.all(statuses)).toEqual([401, 403, 403]);
});
