import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { type MailStage, startMailStage } from './mail-stage.ts';

/** These take as long as our own patience with a mail server: 10 s for its greeting, 60 s for a mail. */
let stage: MailStage;
beforeAll(async () => {
  stage = await startMailStage();
});
afterAll(() => stage?.stop());

const unreachable = {
  job: 'retrying',
  attempt: 1,
  mail: 'retry_wait',
  code: 'RELAY_UNREACHABLE',
  duplicate: false,
  copies: 0,
};

it('R41.4, R51: gives up a server that never greets, and one that sends a character now and then', async () => {
  stage.smtp.once({ at: 'rcpt', to: 'trickle@example.com', trickleMs: 100 });
  const trickled = await stage.register('trickle@example.com');
  await stage.smtp.waitForPhase('rcpt', 1, 'trickle@example.com');
  stage.smtp.once({ at: 'connect', hang: true });
  const silent = await stage.register('silent@example.com');
  expect(await stage.ended(silent, 1)).toMatchObject(unreachable);
  expect(await stage.ended(trickled, 1)).toMatchObject(unreachable);
  // The other places were free all the time.
  expect(await stage.ended(await stage.register('meanwhile@example.com'), 1)).toMatchObject({ mail: 'sent' });
});

it('R51: stops in time although a server sends a character now and then', async () => {
  stage.smtp.once({ at: 'rcpt', to: 'stop@example.com', trickleMs: 100 });
  const job = await stage.register('stop@example.com');
  await stage.smtp.waitForPhase('rcpt', 1, 'stop@example.com');
  expect(await stage.system.workers[0]?.stop()).toBe(0);
  expect(await stage.ended(job, 1)).toMatchObject({ job: 'retrying', attempt: 0, duplicate: false, copies: 0 });
  await stage.system.startWorker();
  expect(await stage.ended(job, 2)).toMatchObject({ job: 'succeeded', attempt: 1, mail: 'sent', copies: 1 });
});
