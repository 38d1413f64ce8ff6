import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { findSchedule } from '@jobwire/db';
import { z } from 'zod';

import { defineJob, type JobDefinition, type JobSchedule } from '../job/index.ts';
import { syncSchedules } from './sync-schedules.ts';
import { schedulerRig, type SchedulerRig } from './testing/scheduler-rig.ts';

let rig: SchedulerRig;
beforeAll(async () => {
  rig = await schedulerRig();
});
afterAll(() => rig.stop());
beforeEach(() => rig.clear());

const clean = (schedule?: JobSchedule<{ days?: number | undefined }>): JobDefinition =>
  defineJob({
    name: 'clean.up',
    payload: z.strictObject({ days: z.int().default(7) }),
    result: z.null(),
    ...(schedule ? { schedule } : {}),
  });
const sync = (...definitions: JobDefinition[]): Promise<void> => syncSchedules(rig.db, definitions, () => undefined);
const row = () => findSchedule(rig.db, 'clean.up');

describe('the schedule of a definition', () => {
  it('is put into the record once, under the name of its job', async () => {
    const definition = clean({ cron: '0 3 * * *' });
    await Promise.all([sync(definition), sync(definition), sync(definition)]);
    expect(await row()).toMatchObject({
      job: 'clean.up',
      payload: {},
      cron: '0 3 * * *',
      timeZone: 'UTC',
      overlap: 'skip',
      catchUp: 'last',
      enabled: true,
      origin: 'code',
      version: 1,
    });
  });

  it('follows the code, and keeps a tick that is due when its times are as they were', async () => {
    await sync(clean({ cron: '0 3 * * *' }));
    const due = await rig.dueSince('clean.up', 5);
    await sync(clean({ cron: '0 3 * * *', payload: { days: 3 } }));
    expect(await row()).toMatchObject({ payload: { days: 3 }, nextRunAt: due, version: 2 });
    await sync(clean({ cron: '0 4 * * *', timeZone: 'Europe/Berlin', overlap: 'queue', catchUp: 'none' }));
    const changed = await row();
    expect(changed).toMatchObject({ cron: '0 4 * * *', timeZone: 'Europe/Berlin', overlap: 'queue', version: 3 });
    expect(changed!.nextRunAt!.getTime()).toBeGreaterThan(Date.now());
  });

  it('is the operator’s after an edit, until it is deleted', async () => {
    await sync(clean({ cron: '0 3 * * *' }));
    await rig.put('clean.up', { cron: '0 9 * * *' });
    await sync(clean({ cron: '0 4 * * *' }));
    expect(await row()).toMatchObject({ cron: '0 9 * * *', origin: 'operator' });
    await rig.control.remove('clean.up', { kind: 'admin', id: null });
    await sync(clean({ cron: '0 4 * * *' }));
    expect(await row()).toMatchObject({ cron: '0 4 * * *', origin: 'code' });
  });

  it('goes when the code carries it no more; what others know stays', async () => {
    await sync(clean({ cron: '0 3 * * *' }));
    await rig.put('of-an-operator');
    await sync(defineJob({ name: 'other.job', payload: z.unknown(), result: z.null() }));
    expect(await row()).toBeDefined();
    await sync(clean());
    expect(await row()).toBeUndefined();
    expect(await findSchedule(rig.db, 'of-an-operator')).toBeDefined();
  });

  it('is put in when a scheduler starts', async () => {
    const scheduler = rig.scheduler([clean({ cron: '0 3 * * *' })]);
    scheduler.start();
    await scheduler.stop();
    expect(await row()).toMatchObject({ origin: 'code' });
  });

  it.each([
    [{ cron: 'daily' }, 'schedule.cron'],
    [{ cron: '0 3 * * *', timeZone: 'Mars/Base' }, 'schedule.timeZone'],
    [{ cron: '0 3 * * *', payload: { days: 0.5 } }, 'schedule.payload'],
  ])('that cannot work (%j) stops the process', (schedule, problem) => {
    expect(() => clean(schedule)).toThrow(problem);
  });
});
