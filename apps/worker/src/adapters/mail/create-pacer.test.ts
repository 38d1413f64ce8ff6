import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { RetryAfter } from '@jobwire/queue/job';
import { createEvents } from '@jobwire/runtime';
import { type EventSpy, spyEvents, type TestDatabase, testDatabase } from '@jobwire/testing';

import { createPacer } from './create-pacer.ts';

let database: TestDatabase;
let spy: EventSpy;
let emit: ReturnType<typeof createEvents>['emit'];

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());
beforeEach(async () => {
  const events = createEvents();
  ({ emit } = events);
  spy = spyEvents(events);
  await database.db.query('TRUNCATE mail_paces');
});

const hour = 3_600_000;
const unhurried = new AbortController().signal;
const pacer = (all: number | null, domain: number | null = null) =>
  createPacer({ db: database.db, everyMs: { all, domain }, emit });
const mail = { domain: 'example.com', relayHeldMs: 0 };
const scopes = () => database.db.query('SELECT scope FROM mail_paces ORDER BY scope COLLATE "C"');

describe('without limits', () => {
  it('nobody waits and nobody is asked', async () => {
    await pacer(null).waitForTurn(mail, unhurried);
    expect(await scopes()).toEqual([]);
  });

  it('a server that wants a pause is obeyed all the same, and not by all at its very end', async () => {
    const thrown = await pacer(null)
      .waitForTurn({ ...mail, relayHeldMs: 20_000 }, unhurried)
      .catch((error) => error);
    expect(thrown).toBeInstanceOf(RetryAfter);
    expect(thrown.delayMs >= 20_000 && thrown.delayMs <= 40_000).toBe(true);
  });
});

describe('with limits', () => {
  it('a turn that is near is waited for, and one that is far is not', async () => {
    const near = pacer(20);
    await near.waitForTurn(mail, unhurried);
    await near.waitForTurn(mail, unhurried);
    expect(spy.named('mail.paced')).toHaveLength(2);
    const far = pacer(hour);
    await far.waitForTurn(mail, unhurried);
    await expect(far.waitForTurn(mail, unhurried)).rejects.toBeInstanceOf(RetryAfter);
    expect(spy.named('mail.paced')).toHaveLength(3);
  });

  it('each domain has a line of its own', async () => {
    const slow = pacer(null, hour);
    await slow.waitForTurn(mail, unhurried);
    await slow.waitForTurn({ ...mail, domain: 'example.org' }, unhurried);
    await expect(slow.waitForTurn(mail, unhurried)).rejects.toBeInstanceOf(RetryAfter);
    expect(await scopes()).toEqual([{ scope: 'example.com' }, { scope: 'example.org' }]);
  });

  it('a wait ends with the run, for the run’s reason', async () => {
    const slow = pacer(4_000);
    await slow.waitForTurn(mail, unhurried);
    const controller = new AbortController();
    const waiting = slow.waitForTurn(mail, controller.signal);
    await spy.waitFor('mail.paced', ({ waitMs }) => waitMs !== 0);
    controller.abort(new Error('shutdown'));
    await expect(waiting).rejects.toThrow('shutdown');
  });
});
