import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { insertSchedule } from '@jobwire/db';

import { engines } from '../engines.ts';
import { eventually } from '../eventually.ts';
import { createStops } from '../stops.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { type TestSmtp, testSmtp } from '../test-smtp.ts';
import { startSystem, type System } from './system.ts';

const names = ['bell-one', 'bell-two', 'bell-three'];
/** Ticks of each schedule that are waited for. */
const enough = 9;
const kills = 2;

// Ticks are the record's affair: which engine runs their jobs makes no difference, and eight processes are started here.
describe.each(engines.slice(0, 1))('three workers with schedules on the $kind engine', ({ start }) => {
  let database: TestDatabase;
  let smtp: TestSmtp;
  let system: System;
  const stops = createStops();

  beforeAll(async () => {
    const engine = stops.add(await start());
    database = stops.add(await testDatabase());
    smtp = stops.add(await testSmtp());
    system = stops.add(await startSystem({ databaseUrl: database.url, redisUrl: engine.redisUrl, smtpUrl: smtp.url }));
    await Promise.all([system.startWorker(), system.startWorker()]);
  });
  afterAll(() => stops.stopAll());

  const ticksOf = (name: string): Promise<{ tick_at: Date; job_id: string | null; outcome: string }[]> =>
    database.db.query('SELECT tick_at, job_id, outcome FROM schedule_ticks WHERE schedule = $1 ORDER BY tick_at', [
      name,
    ]);
  const jobsOf = (name: string): Promise<{ id: string }[]> =>
    database.db.query('SELECT id FROM jobs WHERE tags @> ARRAY[$1]', [`schedule:${name}`]);
  const ticked = (count: number): Promise<unknown> =>
    eventually(async () => {
      for (const name of names) expect((await ticksOf(name)).length).toBeGreaterThanOrEqual(count);
    });

  it('take every tick once, although those that lead are killed', async () => {
    for (const name of names) {
      const payload = { to: `${name}@example.com`, subject: 'Ding', text: 'It is time.' };
      const times = { cron: '* * * * * *', timeZone: 'UTC', overlap: 'queue', catchUp: 'all' } as const;
      const schedule = { name, job: 'email.send', payload, ...times, enabled: true, origin: 'operator' } as const;
      // Due at once: at the second that begins next.
      await insertSchedule(
        database.db,
        { ...schedule, nextRunAt: new Date(Math.ceil(Date.now() / 1_000) * 1_000) },
        10,
      );
    }
    for (let kill = 1; kill <= kills; kill += 1) {
      await ticked((kill * enough) / (kills + 1));
      // Whoever leads at this moment is among them: one is left, to be joined by new ones.
      const [first, second] = system.workers.splice(0, 2);
      await Promise.all([first?.kill(), second?.kill()]);
      await Promise.all([system.startWorker(), system.startWorker()]);
    }
    await ticked(enough);
    // Nobody may take a tick any more while the record is read.
    await Promise.all(system.workers.splice(0).map((worker) => worker.kill()));

    for (const name of names) {
      const ticks = await ticksOf(name);
      const seconds = ticks.map(({ tick_at: at }) => at.getTime() / 1_000);
      expect(seconds).toEqual(seconds.map((_second, index) => seconds[0]! + index));
      const jobs = await jobsOf(name);
      expect(jobs.map(({ id }) => id).toSorted()).toEqual(ticks.map(({ job_id: id }) => id!).toSorted());
    }
  });
});
