import { describe, expect, it } from '@jest/globals';

import type { SeenEvent } from '../live-job/job-picture.ts';
import { marksOf, scaleOf } from './timeline-scale.ts';
import { timelineOf } from './timeline.ts';

const start = Date.parse('2026-11-24T16:00:00.000Z');
const hour = 3_600_000;

/** Events at milliseconds after the start. */
function seen(...happened: [ms: number, type: string, data?: Record<string, unknown>][]): SeenEvent[] {
  return happened.map(([ms, type, data = {}], index) => ({
    seq: index + 1,
    type: `job.${type}`,
    at: new Date(start + ms).toISOString(),
    data,
    skipped: 0,
  }));
}

/** A timeline in milliseconds after the start. */
function drawn(events: SeenEvent[], now: number) {
  const timeline = timelineOf(events, start + now);
  return timeline?.rows.map(({ waits, run }) => ({
    waits: waits.map(({ kind, from, to }) => [kind, from - start, to - start]),
    ...(run
      ? {
          run: [run.attempt, run.outcome, run.from - start, run.to - start],
          stages: run.stages.map(({ name, from, to }) => [name, from - start, to - start]),
        }
      : {}),
  }));
}

const failing = seen(
  [0, 'queued'],
  [40, 'started', { attempt: 1 }],
  [60, 'progress', { percent: 10, stage: 'probe', attempt: 1 }],
  [90, 'progress', { percent: 40, stage: 'resize', attempt: 1 }],
  [100, 'retrying', { delayMs: hour, attempt: 1, error: { code: 'BROKEN', message: 'broken' } }],
  [hour + 100, 'started', { attempt: 2 }],
  [hour + 130, 'progress', { percent: 40, stage: 'resize', attempt: 2 }],
  [hour + 180, 'succeeded', { attempt: 2 }],
);

describe('the timeline of a job', () => {
  it('is a row for each run, with what was waited for before it and the stages that it reported', () => {
    expect(drawn(failing, 2 * hour)).toEqual([
      {
        waits: [['queued', 0, 40]],
        run: [1, 'failed', 40, 100],
        stages: [
          ['probe', 60, 90],
          ['resize', 90, 100],
        ],
      },
      {
        waits: [['retry', 100, hour + 100]],
        run: [2, 'succeeded', hour + 100, hour + 180],
        stages: [['resize', hour + 130, hour + 180]],
      },
    ]);
    const timeline = timelineOf(failing, start);
    expect(timeline?.end).toEqual({ at: start + hour + 180, state: 'succeeded' });
    expect(timeline?.rows[0]?.run?.code).toBe('BROKEN');
  });

  it('grows with the time while a job runs, also by a clock that is behind', () => {
    const running = failing.slice(0, 4);
    expect(drawn(running, 500)?.[0]).toMatchObject({ run: [1, 'running', 40, 500], stages: [{}, ['resize', 90, 500]] });
    expect(drawn(running, -hour)?.[0]).toMatchObject({ run: [1, 'running', 40, 90] });
  });

  it('shows what is planned: the next attempt, a time to begin', () => {
    expect(drawn(failing.slice(0, 5), 150)?.[1]).toEqual({ waits: [['retry', 100, hour + 100]] });
    const runAt = new Date(start + hour).toISOString();
    expect(drawn(seen([0, 'scheduled', { runAt }]), 150)).toEqual([{ waits: [['scheduled', 0, hour]] }]);
  });

  it('knows lost workers, runs that are put off, and what is asked to end', () => {
    const events = seen(
      [0, 'queued'],
      [10, 'started', { attempt: 1 }],
      [30, 'stalled', { attempt: 1 }],
      [30, 'started', { attempt: 2 }],
      [40, 'retrying', { reason: 'RATE_LIMITED', delayMs: 10, attempt: 2 }],
      [50, 'started', { attempt: 2 }],
      [60, 'cancel_requested', {}],
      [70, 'cancelled', { attempt: 2 }],
    );
    expect(drawn(events, 100)?.map(({ run }) => run)).toEqual([
      [1, 'stalled', 10, 30],
      [2, 'handed-back', 30, 40],
      [2, 'cancelled', 50, 70],
    ]);
    expect(timelineOf(events, start)?.rows[2]?.run?.cancelAskedAt).toBe(start + 60);
  });

  it('goes on when an ended job is begun again', () => {
    const events = seen(
      [0, 'queued'],
      [5, 'cancelled'],
      [900, 'queued', { by: 'retry' }],
      [910, 'started', { attempt: 1 }],
    );
    expect(drawn(events, 950)).toEqual([
      {
        waits: [
          ['queued', 0, 5],
          ['rest', 5, 900],
          ['queued', 900, 910],
        ],
        run: [1, 'running', 910, 950],
        stages: [],
      },
    ]);
    expect(timelineOf(events, start + 950)?.end).toBeUndefined();
  });

  it('is none without events, and begins with the first that is left', () => {
    expect(timelineOf([], start)).toBeUndefined();
    expect(drawn(failing.slice(4), 2 * hour)?.map(({ waits }) => waits)).toEqual([[['retry', 100, hour + 100]]]);
  });
});

describe('the scale of a timeline', () => {
  it('cuts hours of waiting to leave milliseconds of work in sight, and says where', () => {
    const timeline = timelineOf(failing, start)!;
    const scale = scaleOf(timeline);
    expect(scale.cut.map(({ to, from }) => to - from)).toEqual([hour]);
    const [first, second] = timeline.rows.map(({ run }) => scale.place(run!.to) - scale.place(run!.from));
    expect(first).toBeGreaterThan(0.2);
    expect(second! / first!).toBeCloseTo(80 / 60);
    expect([scale.place(timeline.from), scale.place(timeline.to)]).toEqual([0, 1]);
  });

  it('is true where nothing has to make room', () => {
    const timeline = timelineOf(seen([0, 'queued'], [100, 'started'], [400, 'succeeded']), start)!;
    expect([scaleOf(timeline).place(start + 100), scaleOf(timeline).cut]).toEqual([0.25, []]);
    const waiting = timelineOf(seen([0, 'queued']), start + hour)!;
    expect([scaleOf(waiting).place(start + hour / 2), scaleOf(waiting).cut]).toEqual([0.5, []]);
  });

  it('gives marks room, the beginning and the end first', () => {
    const timeline = timelineOf(failing, start)!;
    const places = (room: number): number[] => marksOf(timeline, scaleOf(timeline), room).map((at) => at - start);
    expect(places(0.6)).toEqual([0, hour + 180]);
    expect(places(0.1)).toEqual([0, 40, 100, hour + 100, hour + 180]);
  });
});
