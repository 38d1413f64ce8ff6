import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createDatabase, findJob, insertJob, readJobEvents, type Transition } from '@jobwire/db';
import { uuidv7 } from '@jobwire/runtime';
import {
  createSeen,
  createStops,
  eventually,
  type Seen,
  type TcpProxy,
  tcpProxy,
  testDatabase,
} from '@jobwire/testing';
import type { TestDatabase } from '@jobwire/testing';
import { z } from 'zod';

import type { Doorbell } from './bus.ts';
import { createTransitionWriter, newJob, type TransitionWriter } from './index.ts';
import { defineJob } from './job/index.ts';

const job = defineJob({ name: 'write.me', payload: z.strictObject({}), result: z.null() });

let database: TestDatabase;
/** Between the writer and the record. */
let proxy: TcpProxy;
let writer: TransitionWriter;
let makeWriter: () => TransitionWriter;
let rung: Doorbell[];
let events: Seen<string>;

const stops = createStops();

beforeAll(async () => {
  database = stops.add(await testDatabase());
  proxy = stops.add(await tcpProxy(database.url));
  const db = createDatabase({ url: proxy.url, name: 'writer', emit: () => undefined });
  stops.add({ stop: () => db.close() });
  makeWriter = () =>
    createTransitionWriter(db, { ring: (doorbells) => void rung.push(...doorbells) }, (name) => events.add(name));
});
afterAll(() => stops.stopAll());
beforeEach(async () => {
  await database.db.query('TRUNCATE jobs, job_events, job_attempts');
  rung = [];
  events = createSeen();
  writer = makeWriter();
});

async function delivered(): Promise<string> {
  const accepted = newJob(job, {});
  await insertJob(database.db, accepted);
  await database.db.query('UPDATE jobs SET dispatch = 1, dispatched_at = now() WHERE id = $1', [accepted.id]);
  return accepted.id;
}
const claim = (id: string, token = uuidv7(), dispatch = 1): Transition => ({
  id,
  dispatch,
  kind: 'claim',
  token,
  worker: 'test',
  events: [],
});
const log = (id: string, token: string, message: string): Transition => ({
  id,
  kind: 'progress',
  token,
  events: [{ type: 'job.log', data: { message } }],
});
const succeed = (id: string, token: string): Transition => ({
  id,
  kind: 'settle',
  token,
  state: 'succeeded',
  result: null,
  events: [{ type: 'job.succeeded', data: {} }],
});
const storyOf = async (id: string): Promise<string[]> =>
  (await readJobEvents(database.db, id, 0, 100)).map(({ seq, type, data: { message } }) => {
    return `${seq} ${typeof message === 'string' ? message : type}`;
  });

describe('transitions that are written together', () => {
  it('do not wait for a row that a handler’s own transaction has locked', async () => {
    const [first, locked, free] = [await delivered(), await delivered(), await delivered()];
    let settled = false;
    let late: Promise<unknown> = Promise.resolve();
    await database.db.transaction(async (tx) => {
      await tx.query('SELECT 1 FROM jobs WHERE id = $1 FOR UPDATE', [locked]);
      // The first is sent alone; the other two wait for it and go in one statement.
      const written = [writer.write(claim(first))];
      late = writer.write(claim(locked)).finally(() => (settled = true));
      written.push(writer.write(claim(free)));
      expect((await Promise.all(written)).map((result) => result?.id)).toEqual([first, free]);
      expect(settled).toBe(false);
    });
    expect(await late).toMatchObject({ id: locked, attempt: 1 });
    expect(await storyOf(locked)).toEqual(['1 job.queued', '2 job.started']);
  });

  it('are written in their order where they are of one job, and all are rung for', async () => {
    const jobs = await Promise.all(
      Array.from({ length: 60 }, async () => ({ id: await delivered(), token: uuidv7() })),
    );
    const results = await Promise.all(
      jobs.flatMap(({ id, token }) =>
        [claim(id, token), log(id, token, 'one'), log(id, token, 'two'), succeed(id, token)].map(writer.write),
      ),
    );
    expect(results.every((result) => result !== undefined)).toBe(true);
    const expected = ['1 job.queued', '2 job.started', '3 one', '4 two', '5 job.succeeded'];
    for (const { id } of jobs) {
      expect(await storyOf(id)).toEqual(expected);
      const heard = rung.filter(({ channel }) => channel === `job:${id}`).map(({ seq }) => seq);
      expect(heard).toEqual([2, 3, 4, 5]);
    }
  });

  it('do not fall with one that the record cannot take', async () => {
    const [first, good] = [await delivered(), await delivered()];
    const [one, bad, other] = await Promise.allSettled([
      writer.write(claim(first)),
      writer.write(claim('not a uuid')),
      writer.write(claim(good)),
    ]);
    expect(one).toMatchObject({ value: { id: first } });
    expect(bad).toMatchObject({ status: 'rejected', reason: { code: '22P02' } });
    expect(other).toMatchObject({ value: { id: good } });
  });
});

describe('a transition whose guard does not hold', () => {
  it.each([
    { what: 'a claim of an old delivery', transition: (id: string) => claim(id, uuidv7(), 2) },
    { what: 'a report of a run that lost the job', transition: (id: string) => log(id, uuidv7(), 'lost') },
    { what: 'a verdict of a run that lost the job', transition: (id: string) => succeed(id, uuidv7()) },
  ])('changes nothing and is answered undefined: $what', async ({ transition }) => {
    const id = await delivered();
    await writer.write(claim(id));
    const before = await findJob(database.db, id);
    rung = [];
    expect(await writer.write(transition(id))).toBeUndefined();
    expect(await findJob(database.db, id)).toEqual(before);
    expect(await storyOf(id)).toEqual(['1 job.queued', '2 job.started']);
    expect(rung).toEqual([]);
  });
});

describe('while the record is out of reach', () => {
  it('a transition waits, and is written once when it is back', async () => {
    const [first, second] = [await delivered(), await delivered()];
    await proxy.refuse();
    const written = [writer.write(claim(first)), writer.write(claim(second))];
    await events.waitFor('the record missed', (name) => name === 'record.unavailable');
    await proxy.accept();
    expect((await Promise.all(written)).map((result) => result?.id)).toEqual([first, second]);
    expect(await storyOf(first)).toEqual(['1 job.queued', '2 job.started']);
    expect(await storyOf(second)).toEqual(['1 job.queued', '2 job.started']);
  });

  it('a writer that is stopped gives up everything that waits', async () => {
    const [first, second] = [await delivered(), await delivered()];
    await proxy.refuse();
    const written = Promise.allSettled([writer.write(claim(first)), writer.write(claim(second))]);
    await events.waitFor('the record missed', (name) => name === 'record.unavailable');
    writer.stop();
    const refused = { status: 'rejected', reason: { code: 'UNAVAILABLE' } };
    expect(await written).toMatchObject([refused, refused]);
    await proxy.accept();
    expect(await storyOf(first)).toEqual(['1 job.queued']);
  });

  it('a stopped writer still writes what can be written', async () => {
    const id = await delivered();
    writer.stop();
    expect(await writer.write(claim(id))).toMatchObject({ id });
  });

  it('a transition that waited for a locked row gives up as well', async () => {
    const id = await delivered();
    const refused = await database.db.transaction(async (tx) => {
      await tx.query('SELECT 1 FROM jobs WHERE id = $1 FOR UPDATE', [id]);
      const waiting = writer.write(claim(id)).catch((error: unknown) => error);
      await eventually(async () => {
        const waits = "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()";
        expect(await database.db.query(waits)).toHaveLength(1);
      });
      writer.stop();
      await proxy.refuse();
      return waiting;
    });
    await proxy.accept();
    expect(refused).toMatchObject({ code: 'UNAVAILABLE' });
  });
});
