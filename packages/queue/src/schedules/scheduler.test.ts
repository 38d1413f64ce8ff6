import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { recordTime } from '@jobwire/db';
import { eventually } from '@jobwire/testing';
import { z } from 'zod';

import { defineJob } from '../job/index.ts';
import type { Scheduler } from './scheduler.ts';
import { say, schedulerRig, type SchedulerRig } from './testing/scheduler-rig.ts';

let rig: SchedulerRig;
let scheduler: Scheduler;

beforeAll(async () => {
  rig = await schedulerRig();
  scheduler = rig.scheduler();
});
afterAll(() => rig.stop());
beforeEach(() => rig.clear());

const rowOf = async (name: string) => {
  const [row] = await rig.db.query<{ error: { code: string } | null; next_run_at: Date; last_job_id: string | null }>(
    'SELECT error, next_run_at, last_job_id FROM schedules WHERE name = $1',
    [name],
  );
  return row!;
};
const outcomes = async (name: string): Promise<string[]> => (await rig.ticks(name)).map(({ outcome }) => outcome);

describe('a schedule that is due', () => {
  it('starts its job, remembers it, and moves on', async () => {
    await rig.put('hourly');
    const due = await rig.dueSince('hourly', 0);
    expect(await scheduler.tick()).toBe(1);
    const [job] = await rig.jobs();
    expect(job).toMatchObject({ state: 'queued', tags: ['schedule:hourly'], payload: { to: 'hourly' } });
    expect(await rig.ticks('hourly')).toEqual([{ outcome: 'started', job_id: job!.id, tick_at: due }]);
    const { next_run_at: next, last_job_id: last } = await rowOf('hourly');
    expect(last).toBe(job!.id);
    expect(next.toISOString()).toMatch(/:00:00\.000Z$/);
    expect(next > due).toBe(true);
    expect(rig.told.wakes).toBe(1);
    expect(await rig.spy.waitFor('schedule.ticked', (facts) => facts['jobId'] === job!.id)).toMatchObject({
      facts: { schedule: 'hourly', job: say.name, at: due.toISOString() },
    });
  });

  it('ticks once, however often is looked', async () => {
    await rig.put('hourly');
    await rig.dueSince('hourly', 0);
    expect(await scheduler.tick()).toBe(1);
    expect(await scheduler.tick()).toBe(0);
    expect(await rig.jobs()).toHaveLength(1);
  });

  it('does not tick again for a time that it has ticked for, whoever set it back', async () => {
    await rig.put('hourly');
    const due = await rig.dueSince('hourly', 0);
    await scheduler.tick();
    await rig.db.query('UPDATE schedules SET next_run_at = $1', [due]);
    expect(await scheduler.tick()).toBe(1);
    expect(await rig.jobs()).toHaveLength(1);
  });

  it('is left alone by whoever does not lead', async () => {
    await rig.put('hourly');
    await rig.dueSince('hourly', 0);
    await rig.db.transaction(async (tx) => {
      await tx.query("SELECT pg_advisory_xact_lock(hashtext('jobwire'), hashtext('schedules'))");
      expect(await scheduler.tick()).toBe(0);
    });
    expect(await scheduler.tick()).toBe(1);
  });

  it('follows the new times at once when it is edited, and rests while it is switched off', async () => {
    await rig.put('edited', { cron: '0 0 1 1 *' });
    await rig.put('edited', { cron: '* * * * * *' });
    const running = rig.scheduler();
    running.start();
    await eventually(async () => expect((await rig.ticks('edited')).length).toBeGreaterThan(1));
    await rig.put('edited', { cron: '* * * * * *', enabled: false });
    await running.stop();
    const before = (await rig.jobs()).length;
    expect((await rowOf('edited')).next_run_at).toBeNull();
    expect(await scheduler.tick()).toBe(0);
    expect(await rig.jobs()).toHaveLength(before);
  });
});

describe('while the last job has not ended', () => {
  const twoTicks = async (overlap: 'skip' | 'queue' | 'cancel-previous', state: 'running' | 'succeeded') => {
    await rig.put('often', { overlap });
    await rig.dueSince('often', 10);
    await scheduler.tick();
    const [first] = await rig.jobs();
    await rig.setState(state, first!.id);
    await rig.dueSince('often', 0);
    await scheduler.tick();
    return rig.jobs();
  };

  it('overlap skip leaves the tick out and says so', async () => {
    expect(await twoTicks('skip', 'running')).toHaveLength(1);
    expect(await outcomes('often')).toEqual(['started', 'skipped']);
    expect(await rig.spy.waitFor('schedule.skipped')).toMatchObject({ facts: { schedule: 'often' } });
  });

  it.each(['skip', 'queue', 'cancel-previous'] as const)(
    'overlap %s starts the next after it has ended',
    async (overlap) => {
      expect((await twoTicks(overlap, 'succeeded')).map(({ state }) => state)).toEqual(['succeeded', 'queued']);
    },
  );

  it('overlap queue starts the next beside it', async () => {
    expect((await twoTicks('queue', 'running')).map(({ state }) => state)).toEqual(['running', 'queued']);
  });

  it('overlap queue lets a hundred wait at most', async () => {
    await rig.put('often', { overlap: 'queue', cron: '* * * * * *' });
    await rig.dueSince('often', 500);
    await scheduler.tick();
    expect(await rig.jobs()).toHaveLength(100);
    await rig.dueSince('often', -1);
    await eventually(async () => expect(await scheduler.tick()).toBe(1));
    expect(await rig.jobs()).toHaveLength(100);
    expect((await outcomes('often')).at(-1)).toBe('skipped');
  });

  it('overlap cancel-previous asks one that runs to end, and tells its watchers', async () => {
    const [first, second] = await twoTicks('cancel-previous', 'running');
    expect([first!.state, second!.state]).toEqual(['running', 'queued']);
    const asked = await rig.db.query('SELECT id FROM jobs WHERE cancel_requested_at IS NOT NULL');
    expect(asked).toEqual([{ id: first!.id }]);
    expect(rig.told.rung).toEqual([`job:${first!.id}`]);
    const audited = await rig.db.query("SELECT actor_kind, subject FROM audit_log WHERE action = 'job.cancelled'");
    expect(audited).toEqual([{ actor_kind: 'system', subject: first!.id }]);
  });

  it('overlap cancel-previous ends one that waits, also in the engine', async () => {
    await rig.put('often', { overlap: 'cancel-previous' });
    await rig.dueSince('often', 10);
    await scheduler.tick();
    await rig.dueSince('often', 0);
    await scheduler.tick();
    const jobs = await rig.jobs();
    expect(jobs.map(({ state }) => state)).toEqual(['cancelled', 'queued']);
    expect(rig.told.removed).toEqual([jobs[0]!.id]);
  });
});

describe('after a time without any worker', () => {
  it.each([
    ['none', []],
    ['last', ['started']],
    ['all', ['started', 'started', 'started']],
  ] as const)('catch-up %s: %j', async (catchUp, expected) => {
    // The newest of three ticks, ten minutes apart, is two minutes old.
    const now = await recordTime(rig.db);
    const due = new Date((Math.floor(now.getTime() / 60_000) - 22) * 60_000);
    const minutes = [0, 10, 20, 30, 40, 50].map((minute) => minute + (due.getUTCMinutes() % 10));
    await rig.put(`minutely-${catchUp}`, { catchUp, cron: `${minutes} * * * *` });
    await rig.db.query('UPDATE schedules SET next_run_at = $1', [due]);
    await scheduler.tick();
    expect(await outcomes(`minutely-${catchUp}`)).toEqual(expected);
    const missed = rig.spy.named('schedule.missed').filter(({ facts }) => facts['schedule'] === `minutely-${catchUp}`);
    expect(missed.map(({ facts }) => facts['since'])).toEqual(catchUp === 'all' ? [] : [due.toISOString()]);
  });

  it('overlap holds for what is made up for', async () => {
    for (const overlap of ['skip', 'cancel-previous'] as const) {
      await rig.put(overlap, { overlap, cron: '* * * * * *' });
      await rig.dueSince(overlap, 3);
    }
    await scheduler.tick();
    expect((await outcomes('skip')).slice(0, 3)).toEqual(['started', 'skipped', 'skipped']);
    expect((await outcomes('cancel-previous')).filter((outcome) => outcome === 'started')).toHaveLength(1);
    expect((await outcomes('cancel-previous')).at(-1)).toBe('started');
  });
});

describe('a schedule that cannot run', () => {
  it('because its payload is not valid any more says so, moves on, and holds up nobody', async () => {
    await rig.put('broken');
    await rig.put('sound');
    await rig.db.query(`UPDATE schedules SET payload = '{"from": 1}' WHERE name = 'broken'`);
    await rig.dueSince('broken', 1);
    await rig.dueSince('sound', 0);
    expect(await scheduler.tick()).toBe(2);
    expect((await rig.jobs()).map(({ payload }) => payload)).toEqual([{ to: 'sound' }]);
    const { error, next_run_at: next } = await rowOf('broken');
    expect(error).toMatchObject({ code: 'INVALID_PAYLOAD', message: expect.stringContaining('/payload/to') });
    expect(next.getTime()).toBeGreaterThan(Date.now());
    expect(await outcomes('broken')).toEqual(['failed']);
    await rig.spy.waitFor('schedule.failed', (facts) => facts['code'] === 'INVALID_PAYLOAD');

    await rig.db.query(`UPDATE schedules SET payload = '{"to": "you"}' WHERE name = 'broken'`);
    await rig.dueSince('broken', 0);
    await scheduler.tick();
    expect((await rowOf('broken')).error).toBeNull();
  });

  it('because nobody here knows its job waits for somebody who does, and loses no tick', async () => {
    await rig.put('foreign');
    const due = await rig.dueSince('foreign', 5);
    const other = defineJob({ name: 'other.job', payload: z.unknown(), result: z.null() });
    const older = rig.scheduler([other]);
    expect(await older.tick()).toBe(0);
    expect(await older.tick()).toBe(0);
    expect(await rowOf('foreign')).toMatchObject({ error: { code: 'JOB_UNKNOWN' }, next_run_at: due });
    expect(rig.spy.named('schedule.failed').filter(({ facts }) => facts['schedule'] === 'foreign')).toHaveLength(1);
    expect(await scheduler.tick()).toBe(1);
    expect(await rowOf('foreign')).toMatchObject({ error: null });
    expect((await rig.ticks('foreign'))[0]).toMatchObject({ tick_at: due, outcome: 'started' });
  });

  it('for a reason that nobody thought of stays due and lets the others go on', async () => {
    await rig.put('a-odd');
    await rig.put('sound');
    await rig.db.query("UPDATE schedules SET time_zone = 'Gone/Away' WHERE name = 'a-odd'");
    const due = await rig.dueSince('a-odd', 5);
    await rig.dueSince('sound', 0);
    expect(await scheduler.tick()).toBe(1);
    expect(await rig.jobs()).toHaveLength(1);
    expect(await rowOf('a-odd')).toMatchObject({ error: { code: 'INTERNAL' }, next_run_at: due });
  });
});
