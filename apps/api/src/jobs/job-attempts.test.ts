import { expect, it } from '@jest/globals';
import type { AttemptEvent } from '@jobwire/db';

import { attemptsOf } from './job-attempts.ts';

const event = (seq: number, type: string, data: AttemptEvent['data']): AttemptEvent => ({
  seq,
  type,
  at: `2026-11-24T00:00:0${seq}.000Z`,
  data,
  error: null,
  worker: null,
});

it('counts the runs of somebody who was forgotten, whose events are empty', () => {
  const forgotten = [
    event(1, 'job.started', {}),
    event(2, 'job.retrying', {}),
    event(3, 'job.started', {}),
    event(4, 'job.succeeded', {}),
  ];
  expect(attemptsOf(forgotten, false).map(({ attempt, outcome }) => [attempt, outcome])).toEqual([
    [1, 'failed'],
    [2, 'succeeded'],
  ]);
});

it('tells the numbers that the record has', () => {
  const kept = [event(1, 'job.started', { attempt: 3 }), event(2, 'job.failed', { attempt: 3 })];
  expect(attemptsOf(kept, false)).toMatchObject([{ attempt: 3, outcome: 'failed' }]);
});
