import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { findUpload, insertJob, insertUpload, listDerivatives } from '@jobwire/db';
import { imageThumbnail, type Ports } from '@jobwire/jobs';
import { handlers } from '@jobwire/jobs/handlers';
import { newJob } from '@jobwire/queue';
import { uuidv7 } from '@jobwire/runtime';
import { type PerformedJob, performJob, type TestDatabase, testDatabase } from '@jobwire/testing';
import type { z } from 'zod';

import { type ImageRig, imageRig, noise } from './images/testing/image-rig.ts';
import { createUploads } from './uploads.ts';

let database: TestDatabase;
let rig: ImageRig;
let uploadId: string;

beforeAll(async () => {
  [database, rig] = await Promise.all([testDatabase(), imageRig()]);
});
afterAll(() => Promise.all([database.stop(), rig.stop()]));
beforeEach(() => {
  uploadId = uuidv7();
});

/** An upload as the API leaves it. */
async function uploaded(content: Buffer): Promise<void> {
  const { db } = database;
  const job = newJob(imageThumbnail, { uploadId });
  const facts = { type: 'image/jpeg', width: 1, height: 1, progressive: false, displayName: null };
  await db.transaction(async (tx) => {
    await insertUpload(tx, { id: uploadId, ownerId: null, jobId: job.id, ...facts, ...(await rig.stored(content)) });
    await insertJob(tx, job);
  });
}

const unused = (): never => {
  throw new Error('An image job sends no mail, makes no file and counts nothing');
};

function perform(attempt = 1): Promise<PerformedJob<z.output<(typeof imageThumbnail)['result']>>> {
  const ports: Ports = {
    images: rig.images,
    uploads: createUploads(database.db),
    bulkActions: { step: unused },
    emails: { find: unused, messageIdOf: unused },
    letters: { write: unused },
    domains: { takesMail: unused },
    pacer: { waitForTurn: unused },
    mailQueues: { holdMs: 0, hold: unused, alarm: unused },
    mailer: { send: unused },
    files: { put: unused, save: unused },
    notifications: { find: unused },
    reports: { finishedOn: unused },
  };
  return performJob(imageThumbnail, handlers['image.thumbnail'], { uploadId }, ports, { db: database.db, attempt });
}

test('an upload becomes ready with its sizes', async () => {
  await uploaded(await noise(800, 600).jpeg().toBuffer());
  expect((await perform()).verdict.kind).toBe('succeeded');
  const upload = await findUpload(database.db, uploadId);
  expect(upload).toMatchObject({
    state: 'ready',
    width: 800,
    height: 600,
    thumbhash: expect.any(String),
    failure_code: null,
  });
  const sizes = await listDerivatives(database.db, uploadId);
  expect(sizes.map(({ preset, width }) => [preset, width])).toEqual([
    ['thumb', 256],
    ['medium', 640],
    ['large', 800],
  ]);
  for (const { storage_key, byte_size } of sizes)
    expect(await rig.storage.stat(storage_key)).toEqual({ bytes: byte_size });
});

test('two runs of one job leave one row per size', async () => {
  await uploaded(await noise(300, 200).jpeg().toBuffer());
  await Promise.all([perform(), perform(2)]);
  expect(await listDerivatives(database.db, uploadId)).toHaveLength(3);
});

test('a cut-off image becomes a failed upload', async () => {
  const whole = await noise(300, 200).jpeg().toBuffer();
  await uploaded(whole.subarray(0, whole.length / 2));
  expect((await perform()).verdict).toMatchObject({ kind: 'failed', error: { code: 'IMAGE_TRUNCATED' } });
  expect(await findUpload(database.db, uploadId)).toMatchObject({ state: 'failed', failure_code: 'IMAGE_TRUNCATED' });
});

test('a deleted upload is found no more and gets no sizes', async () => {
  await uploaded(await noise(200, 100).jpeg().toBuffer());
  await database.db.query('UPDATE uploads SET deleted_at = now() WHERE id = $1', [uploadId]);
  expect((await perform()).verdict.kind).toBe('skipped');
  expect(await listDerivatives(database.db, uploadId)).toEqual([]);
});
