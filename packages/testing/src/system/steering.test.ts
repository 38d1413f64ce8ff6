import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { cpus, setPriority } from 'node:os';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Database, findBulkAction, findJob, insertJob, type JobState, readJobEvents } from '@jobwire/db';
import { imageThumbnail } from '@jobwire/jobs';
import { newJob } from '@jobwire/queue';
import { uuidv7 } from '@jobwire/runtime';
import { z } from 'zod';

import { engines } from '../engines.ts';
import { eventually } from '../eventually.ts';
import { pngImage } from '../image-bytes.ts';
import { createStops } from '../stops.ts';
import { testDatabase } from '../test-database.ts';
import { testSmtp } from '../test-smtp.ts';
import { type SignedIn, signIn } from './operator.ts';
import { startSystem, type System } from './system.ts';

const accepted = z.object({ id: z.string(), links: z.object({ job: z.string() }) });

describe.each(engines)('steering a system on the $kind engine', ({ start }) => {
  let db: Database;
  let system: System;
  let operator: SignedIn;
  const stops = createStops();

  beforeAll(async () => {
    const engine = stops.add(await start());
    const database = stops.add(await testDatabase());
    const smtp = stops.add(await testSmtp());
    ({ db } = database);
    const env = { ADMIN_EMAILS: 'ada@example.com', WORKER_CONCURRENCY: '2' };
    const urls = { databaseUrl: database.url, redisUrl: engine.redisUrl, smtpUrl: smtp.url };
    system = stops.add(await startSystem({ ...urls, env }));
    operator = await signIn(system, db, 'ada@example.com');
  });
  afterAll(() => stops.stopAll());

  const stateOf = async (id: string): Promise<JobState | undefined> => (await findJob(db, id))?.state;
  const ended = (id: string): Promise<void> =>
    eventually(async () => expect((await findJob(db, id))?.finished_at).toBeInstanceOf(Date));
  const upload = async (shade: number, pixels: number): Promise<string> => {
    const image = new Blob([new Uint8Array(pngImage(pixels, pixels, shade))], { type: 'image/png' });
    return (await system.client().upload(image, 'large.png')).job.id;
  };

  it('kills the child that is busy with an image when its job is cancelled, and nothing else', async () => {
    const worker = system.workers[0]?.pid ?? 0;
    const children = childrenOf(worker);
    const before = new Map(children.map((pid) => [pid, ticksOf(pid)]));
    const letGo = starve(children);
    try {
      const first = await upload(1, 7_000);
      const other = await upload(2, 300);
      await eventually(() => expect(children.some((pid) => ticksOf(pid) > (before.get(pid) ?? 0))).toBe(true));
      expect(await stateOf(first)).toBe('running');
      expect((await operator('POST', `/jobs/${first}/cancel`, { reason: 'test' })).status).toBe(202);
      const asked = Date.now();
      await ended(first);
      expect(Date.now() - asked).toBeLessThan(12_000);
      const types = (await readJobEvents(db, first, 0, 100)).map(({ type }) => type);
      expect(types.filter((type) => /succeeded|failed|cancelled|expired/.test(type))).toEqual(['job.cancelled']);
      await eventually(() => expect(children.filter((pid) => isThere(pid))).toEqual([]));
      await ended(other);
      expect(await stateOf(other)).toBe('succeeded');
      expect(isThere(worker)).toBe(true);
    } finally {
      letGo();
    }
  });

  it('goes on with a bulk action whose worker was killed, and acts on no job twice', async () => {
    // Of uploads that there are not: replayed, they succeed at once.
    const originals = Array.from({ length: 60 }, () =>
      newJob(imageThumbnail, { uploadId: uuidv7() }, { tags: ['bulk'] }),
    );
    for (const job of originals) await db.transaction((tx) => insertJob(tx, job));
    for (const { id } of originals) await ended(id);
    const body = { action: 'replay', filter: { tag: 'bulk', state: ['succeeded'] }, ratePerSecond: 20 };
    const action = accepted.parse(await (await operator('POST', '/bulk-actions', body)).json());
    await eventually(async () => expect((await findBulkAction(db, action.id))?.done).toBeGreaterThan(5));
    await system.workers[0]?.kill();
    await system.startWorker();
    await ended(action.links.job.replace('/jobs/', ''));
    expect(await findBulkAction(db, action.id)).toMatchObject({
      state: 'succeeded',
      matched: 60,
      done: 60,
      skipped: 0,
    });
    const [replays] = await db.query<{ made: number; of: number }>(
      'SELECT count(*)::int AS made, count(DISTINCT replay_of)::int AS of FROM jobs WHERE replay_of IS NOT NULL',
    );
    expect(replays).toEqual({ made: 60, of: 60 });
  });
});

/** The image children of a worker. */
function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => statOf(pid)[1] === String(parent));
}

/** Processor time of a process, in hundredths of a second. */
function ticksOf(pid: number): number {
  return Number(statOf(pid)[11] ?? 0) + Number(statOf(pid)[12] ?? 0);
}

/**
 * Keep processes computing for as long as a test needs: every other process goes first, and some never rest.
 *
 * @returns end that
 */
function starve(pids: readonly number[]): () => void {
  for (const pid of pids) for (const thread of readdirSync(`/proc/${pid}/task`)) setPriority(Number(thread), 19);
  const hogs = cpus().map(() => spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }));
  return () => {
    for (const hog of hogs) hog.kill('SIGKILL');
  };
}

function isThere(pid: number): boolean {
  const [state] = statOf(pid);
  return state !== undefined && state !== 'Z';
}

/** What follows a process's name (proc(5), stat): state, parent, …; nothing when it is gone. */
function statOf(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ').at(-1)?.split(' ') ?? [];
  } catch {
    return [];
  }
}
