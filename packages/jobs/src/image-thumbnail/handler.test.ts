import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { Permanent, Retryable } from '@jobwire/queue/job';
import { uuidv7 } from '@jobwire/runtime';
import { type PerformedJob, performJob, type PerformOptions, type TestDatabase, testDatabase } from '@jobwire/testing';
import type { z } from 'zod';

import type { ImagePorts, RenderedImage } from '../ports/image.ts';
import { handle } from './handler.ts';
import { imageThumbnail } from './job.ts';

const uploadId = uuidv7();
const source = { storageKey: 'originals/a', sha256: 'a', bytes: 1 };
const size = { recipe: 'r', format: 'webp', width: 1, height: 1, bytes: 1, sha256: 'b', storageKey: 'derivatives/b' };
const rendered: RenderedImage = {
  width: 1,
  height: 1,
  frames: 1,
  thumbhash: '',
  derivatives: [
    { preset: 'large', ...size },
    { preset: 'thumb', ...size },
  ],
};

let database: TestDatabase;
let saved: string[];
let renderings: number;
/** What the image library does. */
let outcome: Error | undefined;
let there: boolean;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());
beforeEach(() => {
  saved = [];
  renderings = 0;
  outcome = undefined;
  there = true;
});

const ports: ImagePorts = {
  uploads: {
    find: async () => (there ? source : undefined),
    async saveReady() {
      if (there) saved.push('ready');
      return there;
    },
    saveFailed: async (_tx, _id, code) => void saved.push(code),
  },
  images: {
    async render(_source, { report }) {
      renderings += 1;
      report('probe', 1);
      if (outcome) throw outcome;
      report('resize', 1);
      report('store', 1);
      return rendered;
    },
  },
};

const perform = (options: PerformOptions = {}): Promise<PerformedJob<z.output<(typeof imageThumbnail)['result']>>> =>
  performJob(imageThumbnail, handle, { uploadId }, ports, { db: database.db, ...options });

test('the sizes are made, written down, and told as the result', async () => {
  const { verdict, result, progress } = await perform();
  expect(verdict.kind).toBe('succeeded');
  expect(result?.derivatives).toEqual([
    { preset: 'large', url: `/uploads/${uploadId}/large` },
    { preset: 'thumb', url: `/uploads/${uploadId}/thumb` },
  ]);
  expect(progress.map(({ percent }) => percent)).toEqual([33, 67, 100]);
  expect(saved).toEqual(['ready']);
});

test('a second run writes nothing and has the same result', async () => {
  const first = await perform();
  const second = await perform({ steps: first.steps, attempt: 2 });
  expect(second.result).toEqual(first.result);
  expect(saved).toEqual(['ready']);
});

test('a deleted upload needs no sizes', async () => {
  there = false;
  expect((await perform()).verdict).toEqual({ kind: 'skipped', reason: 'The upload was deleted' });
  expect(renderings).toBe(0);
});

test('an upload that is deleted meanwhile keeps none', async () => {
  const render = ports.images.render;
  const images: ImagePorts['images'] = {
    render(image, options) {
      there = false;
      return render(image, options);
    },
  };
  const { verdict } = await performJob(imageThumbnail, handle, { uploadId }, { ...ports, images }, { db: database.db });
  expect(verdict.kind).toBe('skipped');
  expect(saved).toEqual([]);
});

test('an image that cannot be read fails at once, and the upload says why', async () => {
  outcome = new Permanent('IMAGE_TRUNCATED');
  expect((await perform()).verdict).toMatchObject({ kind: 'failed', error: { code: 'IMAGE_TRUNCATED' } });
  expect(saved).toEqual(['IMAGE_TRUNCATED']);
});

test.each(['ORIGINAL_MISSING', 'IMAGE_WORKER_DIED', 'IMAGE_TIMEOUT'])(
  '%s is final after three attempts',
  async (code) => {
    outcome = new Retryable(code);
    expect((await perform({ attempt: 2 })).verdict).toMatchObject({ kind: 'retrying', error: { code } });
    expect(saved).toEqual([]);
    expect((await perform({ attempt: 3 })).verdict).toMatchObject({ kind: 'failed', error: { code } });
    expect(saved).toEqual([code]);
  },
);

test('a full disk is tried again as long as the job may', async () => {
  outcome = new Retryable('STORAGE_FULL');
  expect((await perform({ attempt: 4 })).verdict).toMatchObject({ kind: 'retrying', error: { code: 'STORAGE_FULL' } });
  expect(saved).toEqual([]);
});

test('a replayed job that fails in another way says the new reason', async () => {
  outcome = new Permanent('IMAGE_CORRUPT');
  const { steps } = await perform();
  outcome = new Permanent('ORIGINAL_CORRUPTED');
  await perform({ steps, attempt: 2 });
  expect(saved).toEqual(['IMAGE_CORRUPT', 'ORIGINAL_CORRUPTED']);
});
