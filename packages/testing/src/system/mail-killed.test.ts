import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { eventually } from '../eventually.ts';
import { createGate } from '../gate.ts';
import { type MailStage, type MailState, startMailStage } from './mail-stage.ts';
import { deliverAgain, skipWaits } from './skip-waits.ts';

let stage: MailStage;
beforeAll(async () => {
  stage = await startMailStage({ env: { WORKER_CONCURRENCY: '12', MAIL_CONNECTIONS: '12' } });
});
afterAll(async () => {
  await letAllGo().finally(() => stage?.stop());
});

/** What is known in the end: a copy may exist without being known, never the other way round. */
const clean = { copies: 1, duplicate: false };
const flagged = { copies: 1, duplicate: true };
const doubled = { copies: 2, duplicate: true };

/** Where a mail is when its worker dies, and how many copies there are in the end. */
const moments = {
  'before the connection': clean,
  'before MAIL is answered': clean,
  'before RCPT is answered': clean,
  'before DATA is answered': clean,
  'after the record says that the mail goes out, before it does': flagged,
  'in the middle of the mail': doubled,
  'after the last dot, before the answer': doubled,
  'after the answer, before the record has it': doubled,
  'after the record has it, before the job has ended': clean,
} as const;
type Moment = keyof typeof moments;

const locks: { letGo(): Promise<void> }[] = [];
const letAllGo = async (): Promise<void> => {
  for (const lock of locks.splice(0)) await lock.letGo();
};

/** Take a lock, and hold it until all locks are let go. */
const hold = async (sql: string, values: unknown[] = []): Promise<void> => {
  const gate = createGate();
  gate.close();
  await new Promise<void>((resolve, reject) => {
    const holding = stage.db.transaction(async (tx) => {
      // The pool ends transactions that stand still.
      await tx.query('SET LOCAL idle_in_transaction_session_timeout = 0');
      await tx.query(sql, values);
      resolve();
      await gate.passage();
    });
    holding.catch(reject);
    locks.push({
      async letGo() {
        gate.open();
        await holding;
      },
    });
  });
};
const ofMail = 'SELECT 1 FROM email_messages WHERE to_key = $1 FOR UPDATE';

const blocked = (): Promise<void> =>
  eventually(async () => {
    const waiting = await stage.db.query(
      `SELECT 1 FROM pg_stat_activity
       WHERE datname = current_database() AND application_name LIKE 'jobwire-worker%' AND wait_event_type = 'Lock'`,
    );
    expect(waiting).toHaveLength(1);
  });
const reaches = (jobId: string, fits: string): Promise<void> =>
  eventually(async () => {
    const rows = await stage.db.query(
      `SELECT 1 FROM jobs job JOIN email_messages mail ON mail.id = (job.payload ->> 'emailId')::uuid
       WHERE job.id = $1 AND ${fits}`,
      [jobId],
    );
    expect(rows).toHaveLength(1);
  });

it('a worker that is killed at any step of a mail loses none, and every second copy is known to be possible', async () => {
  const { smtp, smtpProxy, db, register } = stage;
  const jobs = new Map<Moment, string>();
  const emailOf = (moment: Moment): string => `${moment.replaceAll(/\W+/g, '-')}@example.com`;
  const begin = async (moment: Moment): Promise<string> => {
    const job = await register(emailOf(moment));
    jobs.set(moment, job);
    return job;
  };

  // Who has no recipient yet cannot be told apart: one after the other.
  smtp.once({ at: 'connect', hang: true });
  await begin('before the connection');
  await smtp.waitForPhase('connect', 1);
  smtp.once({ at: 'mail', hang: true });
  await begin('before MAIL is answered');
  await smtp.waitForPhase('mail', 1);
  const stopsAt = {
    'before RCPT is answered': 'rcpt',
    'before DATA is answered': 'data',
    'in the middle of the mail': 'body',
    'after the last dot, before the answer': 'final',
    'after the answer, before the record has it': 'final',
    'after the record has it, before the job has ended': 'final',
    'after the record says that the mail goes out, before it does': 'data',
  } as const;
  for (const [moment, at] of Object.entries(stopsAt) as [Moment, (typeof stopsAt)[keyof typeof stopsAt]][]) {
    const to = emailOf(moment);
    smtp.once({ at, to, hang: true });
    const job = await begin(moment);
    await smtp.waitForPhase(at, 1, to);
    if (at === 'final') await reaches(job, `job.progress ->> 'stage' = 'send'`);
  }

  const answered: Moment = 'after the answer, before the record has it';
  await hold(ofMail, [emailOf(answered)]);
  smtp.release(emailOf(answered));
  await blocked();

  const recorded: Moment = 'after the record has it, before the job has ended';
  await hold('LOCK TABLE job_events IN SHARE MODE');
  smtp.release(emailOf(recorded));
  await reaches(jobs.get(recorded) ?? '', `mail.status = 'sent' AND job.state = 'running'`);

  // The body is written, and gets no farther than the network.
  const begun: Moment = 'after the record says that the mail goes out, before it does';
  smtpProxy.blackhole('up');
  smtp.release(emailOf(begun));
  await reaches(jobs.get(begun) ?? '', `mail.smtp_phase = 'data'`);

  // Nobody has given up meanwhile: each is where it was stopped.
  const attempts = await Promise.all([...jobs.values()].map((job) => stage.state(job)));
  expect(attempts.map(({ job, attempt }) => ({ job, attempt }))).toEqual(
    attempts.map(() => ({ job: 'running', attempt: 1 })),
  );
  await stage.system.workers[0]?.kill();
  smtpProxy.cut();
  smtpProxy.restore();
  smtp.release();
  // Its transactions end with it, as they do when the machine itself is gone.
  await db.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND application_name LIKE 'jobwire-worker%'`,
  );
  await letAllGo();
  await stage.system.startWorker();

  // The engine would notice within 25 s, and the second copy waits for ten minutes.
  for (const job of jobs.values()) await deliverAgain(db, job);
  const ended = async (): Promise<[Moment, MailState][]> => {
    await skipWaits(db);
    const states = await Promise.all([...jobs].map(async ([moment, job]) => [moment, await stage.state(job)] as const));
    return states.map(([moment, state]) => {
      expect([moment, state.job]).toEqual([moment, 'succeeded']);
      return [moment, state];
    });
  };
  const states = await eventually(ended);
  const seen = Object.fromEntries(states.map(([moment, { copies, duplicate }]) => [moment, { copies, duplicate }]));
  expect(seen).toEqual(moments);
  expect(states.filter(([, { mail }]) => mail !== 'sent')).toEqual([]);
  // Both copies are the same mail.
  for (const moment of jobs.keys()) {
    const texts = smtp.mailsTo(emailOf(moment)).map(({ parsed }) => parsed.text);
    expect(new Set(texts).size).toBe(1);
  }
});
