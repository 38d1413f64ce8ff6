import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findJob, readJobEvents } from '@jobwire/db';

import { engines, type RunningEngine } from '../engines.ts';
import { eventually } from '../eventually.ts';
import { createStops } from '../stops.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { type TestSmtp, testSmtp } from '../test-smtp.ts';
import { type AcceptedJob, acceptMail, watchToEnd } from './accepted-work.ts';
import type { AppProcess } from './app-process.ts';
import { brokenPromises, type SeenJob } from './broken-promises.ts';
import { startSystem, type System } from './system.ts';

describe.each(engines)('a worker that is asked to stop on the $kind engine', ({ start }) => {
  let engine: RunningEngine;
  let database: TestDatabase;
  let smtp: TestSmtp;
  let system: System;

  const stops = createStops();

  beforeAll(async () => {
    engine = stops.add(await start());
    database = stops.add(await testDatabase());
    smtp = stops.add(await testSmtp());
    system = stops.add(await startSystem({ databaseUrl: database.url, redisUrl: engine.redisUrl, smtpUrl: smtp.url }));
  });

  afterAll(() => stops.stopAll());

  const newestWorker = (): AppProcess => {
    const worker = system.workers.at(-1);
    if (!worker) throw new Error('The system has a worker');
    return worker;
  };
  const says = (worker: AppProcess, event: string): Promise<void> =>
    eventually(() => expect(worker.output()).toContain(event));
  const accept = async (email: string): Promise<{ job: AcceptedJob; seen: Promise<SeenJob> }> => {
    const client = system.client();
    const job = await acceptMail(client, email);
    return { job, seen: watchToEnd(client, job).then((items) => ({ job, items })) };
  };
  const typesOf = async (job: AcceptedJob): Promise<string[]> =>
    (await readJobEvents(database.db, job.id, 0, 100)).map(({ type }) => type);
  const broken = async (...work: { job: AcceptedJob; seen: Promise<SeenJob> }[]): Promise<string[]> => {
    const seen = await Promise.all(work.map((each) => each.seen));
    return brokenPromises({ db: database.db, accepted: seen.map(({ job }) => job), seen, mails: smtp.mails });
  };
  const mailsTo = (email: string): number => smtp.mails.filter(({ to }) => to.includes(email)).length;

  it('takes nothing new, and hands back a mail that has not gone out, without spending an attempt', async () => {
    smtp.always({ at: 'mail', hang: true });
    const running = await accept('running@example.com');
    await smtp.waitForPhase('mail');
    const worker = newestWorker();
    const stopping = worker.stop();
    await says(worker, 'workers.draining');
    const late = await accept('late@example.com');
    expect(await stopping).toBe(0);
    expect(worker.output()).toContain('workers.aborting');
    expect(worker.output()).not.toContain('workers.left');

    expect(await typesOf(late.job)).toEqual(['job.queued']);
    expect(await findJob(database.db, running.job.id)).toMatchObject({ state: 'retrying', attempt: 0 });
    const last = (await readJobEvents(database.db, running.job.id, 0, 100)).at(-1);
    expect(last).toMatchObject({ type: 'job.retrying', data: { reason: 'shutdown' } });

    smtp.always(undefined);
    smtp.release();
    await system.startWorker();
    expect(await broken(running, late)).toEqual([]);
    expect(mailsTo('running@example.com')).toBe(1);
    expect(await findJob(database.db, running.job.id)).toMatchObject({ state: 'succeeded', attempt: 1 });
  });

  it('waits for a mail that is already going out, and records it', async () => {
    smtp.once({ at: 'final', hang: true });
    const before = smtp.reached('final');
    const running = await accept('going-out@example.com');
    await smtp.waitForPhase('final', before + 1);
    const worker = newestWorker();
    const stopping = worker.stop();
    await says(worker, 'workers.draining');
    smtp.release();
    expect(await stopping).toBe(0);
    expect(worker.output()).not.toContain('workers.aborting');

    // No other worker runs: the one that was asked to stop has finished it.
    expect(await findJob(database.db, running.job.id)).toMatchObject({ state: 'succeeded', attempt: 1 });
    expect(await broken(running)).toEqual([]);
    expect(mailsTo('going-out@example.com')).toBe(1);
  });
});
