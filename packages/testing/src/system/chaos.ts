import type { Client } from '@jobwire/client';
import type { Database } from '@jobwire/db';

import type { TestSmtp } from '../test-smtp.ts';
import { type AcceptedJob, acceptMixed, watchToEnd } from './accepted-work.ts';
import { brokenPromises, type SeenJob } from './broken-promises.ts';
import type { System } from './system.ts';

/** Jobs that one client watches: below the subscriptions of one socket. */
const jobsPerClient = 50;

/** What a run of chaos works with. */
export interface ChaosOptions {
  system: System;
  db: Database;
  smtp: TestSmtp;
  /** How the jobs are watched, when not straight from the API. Accepting is not its matter: a cut answer is asked again. */
  watchers?: () => Client;
  /** How many jobs are accepted. */
  jobs: number;
  /** What goes wrong, from the moment when the first job was accepted; the run waits for its end. */
  nemesis: () => Promise<void>;
}

/**
 * Accept jobs and watch each to its end while something goes wrong.
 *
 * @returns every broken promise; empty when all were kept
 */
export async function runChaos({
  system,
  db,
  smtp,
  jobs,
  nemesis,
  watchers = system.client,
}: ChaosOptions): Promise<string[]> {
  const clients = Array.from({ length: Math.ceil(jobs / jobsPerClient) }, () => watchers());
  const watching: Promise<SeenJob>[] = [];
  const watch = async (job: AcceptedJob, index: number): Promise<SeenJob> => {
    const client = clients[Math.floor(index / jobsPerClient)] ?? watchers();
    return { job, items: await watchToEnd(client, job) };
  };
  let disaster: Promise<void> | undefined;
  const accepted = await acceptMixed(system.client(), jobs, (job) => {
    disaster ??= nemesis();
    watching.push(watch(job, watching.length));
  });
  const clock = letTimePass(db);
  try {
    await disaster;
    const seen = await Promise.all(watching);
    return await brokenPromises({ db, accepted, seen, mails: smtp.mails });
  } finally {
    await clock.stop();
  }
}

/**
 * Mails whose outcome is uncertain wait ten minutes before their one repetition. Nobody waits for that here: jobs that
 * wait for their time get it at once.
 */
function letTimePass(db: Database): { stop(): Promise<void> } {
  let underWay: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    underWay = Promise.all([
      db.query(
        `UPDATE jobs SET run_at = now(), next_attempt_at = now()
         WHERE dispatched_at IS NULL AND finished_at IS NULL AND run_at > now()`,
      ),
      db.query('UPDATE email_messages SET not_before = now() WHERE not_before > now()'),
    ])
      // The record may be the one that is away; the next tick comes.
      .catch(() => undefined);
  }, 1_000);
  return {
    async stop() {
      clearInterval(timer);
      await underWay;
    },
  };
}

/** Wait for a random part of a time, in milliseconds. */
export function randomPause(mostMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.random() * mostMs));
}
