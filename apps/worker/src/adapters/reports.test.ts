import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { insertJob } from '@jobwire/db';
import { imageThumbnail, reportCsv } from '@jobwire/jobs';
import { newJob } from '@jobwire/queue';
import type { JobDefinition } from '@jobwire/queue/job';
import { uuidv7 } from '@jobwire/runtime';
import { type TestDatabase, testDatabase } from '@jobwire/testing';

import { createReports } from './reports.ts';

const ada = uuidv7();
const bob = uuidv7();
let database: TestDatabase;

/** A job that ended then. */
async function finished(definition: JobDefinition, ownerId: string | null, at: string, state = 'succeeded') {
  const payload = definition === imageThumbnail ? { uploadId: uuidv7() } : { from: '2026-11-01', days: 1 };
  const job = newJob(definition, payload, { ownerId });
  await insertJob(database.db, job);
  await database.db.query('UPDATE jobs SET state = $2, finished_at = $3 WHERE id = $1', [job.id, state, at]);
}

beforeAll(async () => {
  database = await testDatabase();
  await finished(imageThumbnail, ada, '2026-11-02T00:00:00Z');
  await finished(imageThumbnail, ada, '2026-11-02T23:59:59.999Z');
  await finished(imageThumbnail, ada, '2026-11-02T12:00:00Z', 'failed');
  await finished(reportCsv, ada, '2026-11-02T12:00:00Z');
  await finished(imageThumbnail, ada, '2026-11-01T23:59:59.999Z');
  await finished(imageThumbnail, ada, '2026-11-03T00:00:00Z');
  await finished(imageThumbnail, bob, '2026-11-02T12:00:00Z');
  await finished(reportCsv, null, '2026-11-02T12:00:00Z');
});
afterAll(() => database.stop());

describe('what finished on a day', () => {
  it.each([
    [
      'of a user',
      ada,
      [
        { name: 'image.thumbnail', state: 'failed', count: 1 },
        { name: 'image.thumbnail', state: 'succeeded', count: 2 },
        { name: 'report.csv', state: 'succeeded', count: 1 },
      ],
    ],
    ['of another user', bob, [{ name: 'image.thumbnail', state: 'succeeded', count: 1 }]],
    ['of somebody without jobs', uuidv7(), []],
    ['of nobody', null, [{ name: 'report.csv', state: 'succeeded', count: 1 }]],
  ])('%s is only theirs', async (_who, ownerId, expected) => {
    expect(await createReports(database.db).finishedOn('2026-11-02', ownerId)).toEqual(expected);
  });
});
