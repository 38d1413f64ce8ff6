import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { eventually } from '../eventually.ts';
import { type MailStage, startMailStage } from './mail-stage.ts';
import { skipWaits } from './skip-waits.ts';

let stage: MailStage;
beforeAll(async () => {
  stage = await startMailStage();
});
afterAll(() => stage?.stop());

/** Lines of the worker's log with an event. */
const logged = (event: string): Record<string, unknown>[] =>
  stage.system.workers
    .flatMap((worker) => worker.output().split('\n'))
    .filter((line) => line.startsWith('{') && line.includes(`"${event}"`))
    .map((line) => JSON.parse(line));

it('R42: a password that is wrong for a while costs no mail and no attempt', async () => {
  stage.smtp.always({ at: 'auth', reply: 535, text: '5.7.8 Bad credentials' });
  const jobs = await Promise.all(Array.from({ length: 30 }, (_, index) => stage.register(`r42-${index}@example.com`)));
  for (const rounds of [1, 2, 3]) {
    await eventually(() => expect(logged('mail.alarm')).toHaveLength(rounds));
    await eventually(async () =>
      expect(await stage.paused()).toEqual(expect.arrayContaining(['email.welcome', 'email.sign-in'])),
    );
    // What was already on its way has met the same answer.
    await eventually(async () =>
      expect(await stage.db.query(`SELECT 1 FROM jobs WHERE state = 'running'`)).toEqual([]),
    );
    if (rounds < 3) await skipWaits(stage.db);
  }
  for (const job of jobs)
    expect(await stage.state(job)).toMatchObject({ attempt: 0, error: null, duplicate: false, copies: 0 });
  expect(logged('mail.alarm')[0]).toMatchObject({ level: 'error', code: 'MAIL_CONFIG' });
  expect(stage.smtp.reached('mail')).toBe(0);

  stage.smtp.always(undefined);
  await skipWaits(stage.db);
  await eventually(() => expect(stage.smtp.mails).toHaveLength(30));
  await eventually(async () => {
    const states = await Promise.all(jobs.map((job) => stage.state(job)));
    for (const state of states) {
      expect(state).toMatchObject({
        job: 'succeeded',
        attempt: 1,
        mail: 'sent',
        code: null,
        duplicate: false,
        copies: 1,
      });
    }
  });
  expect(new Set(stage.smtp.mails.flatMap(({ to }) => to)).size).toBe(30);
  const [attempts] = await stage.db.query(`SELECT count(*)::int AS failed FROM job_attempts WHERE outcome = 'failed'`);
  expect(attempts).toEqual({ failed: 0 });
  expect(await stage.db.query(`SELECT DISTINCT action FROM audit_log WHERE actor_kind = 'system' ORDER BY 1`)).toEqual([
    { action: 'queue.paused' },
    { action: 'queue.resumed' },
  ]);
});
