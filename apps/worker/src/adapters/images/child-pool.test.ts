import { readdir, readFile } from 'node:fs/promises';

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { eventually } from '@jobwire/testing';

import { failure, type ImageRig, imageRig, noise, quiet } from './testing/image-rig.ts';

let rig: ImageRig;

beforeAll(async () => {
  rig = await imageRig();
});
afterAll(() => rig.stop());

/** An image that takes long enough to be interrupted; the report tells that its child is at work. */
async function slowRender(signal = quiet.signal): Promise<{ atWork: Promise<void>; ended: Promise<string> }> {
  // 16 million pixels, all of whose coefficients are kept: most of a second.
  const source = await rig.stored(await noise(4_000, 4_000).jpeg({ progressive: true }).toBuffer());
  let started = (): void => undefined;
  const atWork = new Promise<void>((resolve) => {
    started = resolve;
  });
  return { atWork, ended: failure(rig.images.render(source, { signal, report: () => started() })) };
}

test('an abort kills the child at once and keeps nothing', async () => {
  const before = await childPids();
  const controller = new AbortController();
  const { atWork, ended } = await slowRender(controller.signal);
  await atWork;
  controller.abort(new Error('cancelled'));
  expect(await ended).toBe('Error: cancelled');
  await eventually(async () => expect((await childPids()).filter((pid) => before.includes(pid))).not.toEqual(before));
  await eventually(async () => expect(await rig.temps()).toEqual([]));
});

test('a child that dies costs one attempt, and the next image finds a new one', async () => {
  const { atWork, ended } = await slowRender();
  await atWork;
  for (const pid of await childPids()) process.kill(pid, 'SIGSEGV');
  expect(await ended).toBe('retryable IMAGE_WORKER_DIED');
  expect((await rig.render(await noise(60, 50).jpeg().toBuffer())).width).toBe(60);
});

test('a child is the first to go when memory runs out, and knows no secrets', async () => {
  await rig.images.check();
  const [pid] = await childPids();
  expect((await readFile(`/proc/${pid}/oom_score_adj`, 'utf8')).trim()).toBe('1000');
  expect(await readFile(`/proc/${pid}/environ`, 'utf8')).not.toMatch(/SECRET|DATABASE|JOBWIRE/);
});

async function childPids(): Promise<number[]> {
  const tasks = await readdir('/proc/self/task');
  const lists = await Promise.all(tasks.map((task) => readFile(`/proc/self/task/${task}/children`, 'utf8')));
  const pids = lists.flatMap((list) => list.split(' ').filter(Boolean).map(Number));
  const programs = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')));
  return pids.filter((_pid, index) => programs[index]?.includes('tinypool'));
}
