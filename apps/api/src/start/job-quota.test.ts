import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { systemClock } from '@jobwire/runtime';
import { createGate, type TestDatabase, testDatabase } from '@jobwire/testing';

import { createJobQuota, type JobQuota } from './job-quota.ts';

let database: TestDatabase;
let quota: JobQuota;
beforeAll(async () => {
  database = await testDatabase();
  quota = createJobQuota({ db: database.db, clock: systemClock(), config: { JOBS_PER_OWNER: 3 } });
});
afterAll(() => database.stop());

const make = (ownerId: string | null, jobs: number, until?: Promise<void>): Promise<number> =>
  quota.within(ownerId, { least: jobs, most: jobs }, async (room) => {
    await until;
    return room;
  });

it('what is on its way into the record takes room until it is there or has failed', async () => {
  const owner = crypto.randomUUID();
  const gate = createGate();
  gate.close();
  const first = make(owner, 2, gate.passage());
  expect(await make(owner, 1)).toBe(1);
  await expect(make(owner, 2)).rejects.toMatchObject({ code: 'TOO_MANY_JOBS' });
  expect(await quota.within(owner, { least: 0, most: 5 }, async (room) => room)).toBe(1);
  gate.open();
  expect(await first).toBe(2);
  expect(await make(owner, 3)).toBe(3);
  await expect(quota.within(owner, { least: 3, most: 3 }, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await make(owner, 3)).toBe(3);
});

it('nobody else’s jobs take it, and who owns nothing has no quota', async () => {
  const gate = createGate();
  gate.close();
  const first = make(crypto.randomUUID(), 3, gate.passage());
  expect(await make(crypto.randomUUID(), 3)).toBe(3);
  expect(await make(null, 1_000)).toBe(1_000);
  gate.open();
  await first;
});
