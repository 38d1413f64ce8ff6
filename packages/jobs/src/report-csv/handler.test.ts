import { text } from 'node:stream/consumers';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { uuidv7 } from '@jobwire/runtime';
import { performJob, type TestDatabase, testDatabase } from '@jobwire/testing';

import type { FilePorts } from '../ports/file.ts';
import type { ReportPorts } from '../ports/report.ts';
import { handle } from './handler.ts';
import { reportCsv } from './job.ts';

let database: TestDatabase;
let written: string;
let asked: [day: string, ownerId: string | null][];

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());
beforeEach(() => {
  written = '';
  asked = [];
});

const files: FilePorts['files'] = {
  async put(content, facts) {
    written = await text(content);
    return { ...facts, sha256: 'of the bytes', bytes: written.length };
  },
  save: async (_tx, _jobId, file) => ({ ...file, id: '1', url: '/files/1' }),
};
const reports: ReportPorts['reports'] = {
  async finishedOn(day, ownerId) {
    asked.push([day, ownerId]);
    return day === '2026-11-01' ? [{ name: 'email.send', state: 'succeeded', count: 3 }] : [];
  },
};

describe('a report', () => {
  it('has one line per day, name and state, and tells of each day', async () => {
    const { db } = database;
    const done = await performJob(reportCsv, handle, { from: '2026-10-31', days: 2 }, { files, reports }, { db });
    expect(done.result).toEqual({ rows: 1, url: '/files/1' });
    expect(written).toBe('day,name,state,count\n2026-11-01,email.send,succeeded,3\n');
    expect(done.progress).toEqual([
      { percent: 25, stage: 'count', detail: '2026-10-31' },
      { percent: 50, stage: 'count', detail: '2026-11-01' },
      { percent: 100, stage: 'write' },
    ]);
  });

  it("asks for its owner's jobs only", async () => {
    const ownerId = uuidv7();
    const { db } = database;
    await performJob(reportCsv, handle, { from: '2026-11-01', days: 1 }, { files, reports }, { db, ownerId });
    expect(asked).toEqual([['2026-11-01', ownerId]]);
  });

  it('is tried again when the record does not answer', async () => {
    const away = { finishedOn: () => Promise.reject(new Error('no connection')) };
    const done = await performJob(reportCsv, handle, { from: '2026-11-01', days: 1 }, { files, reports: away });
    expect(done.verdict).toMatchObject({ kind: 'retrying' });
  });

  it('stops between two days when it is cancelled', async () => {
    const cancel = new AbortController();
    const counting: ReportPorts['reports'] = {
      async finishedOn(day, ownerId) {
        if (day === '2026-11-03') cancel.abort(new Error('cancelled'));
        return (await reports.finishedOn(day, ownerId)).slice(0, 0);
      },
    };
    const { signal } = cancel;
    const ports = { files, reports: counting };
    const done = await performJob(reportCsv, handle, { from: '2026-11-01', days: 31 }, ports, { signal });
    expect(done.threw).toBe(signal.reason);
    expect(asked.map(([day]) => day)).toEqual(['2026-11-01', '2026-11-02', '2026-11-03']);
  });
});

it.each(['1999-12-31', '2100-01-01', '0000-01-01', '9999-12-31', '2026-02-30', 'today'])('takes no "%s"', (from) => {
  expect(reportCsv.payload.safeParse({ from, days: 1 }).success).toBe(false);
});
