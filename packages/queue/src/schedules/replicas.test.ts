import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createDatabase } from '@jobwire/db';
import { createStops, eventually } from '@jobwire/testing';

import { type SchedulerCrash, schedulerCrashes } from '../../fixtures/scheduler-crashes.ts';
import { schedulerRig, type SchedulerRig } from './testing/scheduler-rig.ts';

const crashingScheduler = fileURLToPath(new URL('../../fixtures/crashing-scheduler.ts', import.meta.url));
const names = ['one', 'two', 'three'];

let rig: SchedulerRig;
const stops = createStops();

beforeAll(async () => {
  rig = stops.add(await schedulerRig());
});
afterAll(() => stops.stopAll());
beforeEach(() => rig.clear());

/** Whatever is wrong with the ticks of a schedule that ticks every second; empty when every tick has its one job. */
const wrongTicks = async (name: string): Promise<string[]> => {
  const ticks = await rig.ticks(name);
  const jobs = (await rig.jobs()).filter(({ tags }) => tags.includes(`schedule:${name}`)).map(({ id }) => id);
  const wrong: string[] = [];
  ticks.forEach(({ tick_at: at, job_id: job, outcome }, index) => {
    const before = ticks[index - 1]?.tick_at.getTime();
    if (before !== undefined && at.getTime() - before !== 1_000) wrong.push(`${name}: lost before ${at.toISOString()}`);
    if (outcome !== 'started' || !jobs.includes(job ?? '')) wrong.push(`${name}: no job at ${at.toISOString()}`);
  });
  if (jobs.length !== ticks.length) wrong.push(`${name}: ${ticks.length} ticks and ${jobs.length} jobs`);
  return wrong;
};

it('five schedulers side by side lose no tick and double none', async () => {
  for (const name of names) await rig.put(name, { cron: '* * * * * *' });
  const schedulers = names.concat('four', 'five').map(() => {
    const db = createDatabase({
      url: rig.url,
      name: 'scheduler',
      maxConnections: 2,
      connectionTimeoutMs: 60_000,
      emit: () => undefined,
    });
    return { db, scheduler: rig.scheduler(undefined, db) };
  });
  for (const { scheduler } of schedulers) scheduler.start();
  for (const name of names) await eventually(async () => expect((await rig.ticks(name)).length).toBeGreaterThan(3));
  // Some twenty more ticks at once, which all of them would like to take.
  for (const name of names) await rig.dueSince(name, 30);
  for (const name of names) await eventually(async () => expect((await rig.ticks(name)).length).toBeGreaterThan(30));
  for (const { scheduler, db } of schedulers) {
    await scheduler.stop();
    await db.close();
  }
  for (const name of names) expect(await wrongTicks(name)).toEqual([]);
});

describe('a leader that is killed', () => {
  const crashAt = async (point: SchedulerCrash): Promise<void> => {
    const child: ChildProcess = fork(crashingScheduler, [], {
      execArgv: ['--conditions=@jobwire/source', '--import', 'tsx'],
      env: { ...process.env, DATABASE_URL: rig.url, CRASH_POINT: point },
    });
    const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
    expect({ point, signal }).toEqual({ point, signal: 'SIGKILL' });
  };

  it.each(schedulerCrashes)('%s leaves every tick to the next one, once', async (point) => {
    for (const name of names) {
      await rig.put(name, { cron: '* * * * * *' });
      await rig.dueSince(name, 35);
    }
    await crashAt(point);
    const survivor = rig.scheduler();
    // The server may notice a moment later that the leader's connection is gone, and with it the lock.
    await eventually(async () => {
      await survivor.tick();
      for (const name of names) expect((await rig.ticks(name)).length).toBeGreaterThan(35);
    });
    for (const name of names) expect(await wrongTicks(name)).toEqual([]);
  });
});
