import { describe, it } from '@jest/globals';
import { jobChannel } from '@jobwire/protocol';
import fc from 'fast-check';

import { createHub } from './hub.ts';
import { createHandBus, createMemoryChannel } from './testing/memory-channel.ts';
import { createViewer, type Viewer } from './testing/viewer.ts';

const viewerCount = 3;
const who = fc.nat({ max: viewerCount - 1 });
const step = fc.oneof(
  // One transaction commits some events; its doorbell may carry them, only their number, or be lost.
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('append' as const),
      count: fc.integer({ min: 1, max: 4 }),
      doorbell: fc.constantFrom('events', 'number', 'lost'),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('attach' as const), who, anew: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('leave' as const), who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('check' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('gap' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('forget' as const), share: fc.constantFrom(0.3, 0.7, 1) }) },
);

/** Let everything arrive that is on its way, and everything that follows from it. */
async function quiet(scheduler: fc.Scheduler): Promise<void> {
  for (;;) {
    await new Promise((resolve) => void setImmediate(resolve));
    if (scheduler.count() === 0) return;
    await scheduler.waitOne();
  }
}

/** What a hub may say without anything being wrong. */
const ordinary = new Set(['channel.restarted', 'event.sent']);

describe('whatever the order of commits, doorbells, statements and subscriptions', () => {
  it('everyone who watches ends with the whole log, in order, without a hole on the way', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(step, { maxLength: 25 }),
        fc.boolean(),
        async (scheduler, steps, finish) => {
          const settle = (): Promise<unknown> => scheduler.schedule(Promise.resolve());
          const log = createMemoryChannel(settle);
          log.append('queued');
          const bus = createHandBus(async () => void (await settle()));
          const failures: unknown[] = [];
          const emit = (name: string, facts: unknown): void => {
            if (!ordinary.has(name)) failures.push([name, facts]);
          };
          const hub = createHub({ bus, sources: { job: log }, epoch: 'e', emit, checkEveryMs: 1e9 });
          const channel = jobChannel('1');
          const viewers = Array.from({ length: viewerCount }, () => createViewer(hub, channel));
          const watching = new Set<Viewer>();
          const joins: Promise<void>[] = [];

          const attach = async (viewer: Viewer, anew: boolean): Promise<void> => {
            // A join that the log's truncation overtook is refused as retryable: a client tries again.
            for (;;) {
              try {
                return await viewer.attach(anew);
              } catch {
                if (!watching.has(viewer)) return;
              }
            }
          };
          const commit = (count: number, doorbell: string, type?: string): void => {
            const events = Array.from({ length: count }, () => log.append(type));
            const seq = events.at(-1)?.seq ?? 0;
            const ring = { channel: channel.name, seq, ...(doorbell === 'events' ? { events } : {}) };
            if (doorbell !== 'lost') void settle().then(() => bus.ring(ring));
          };

          for (const action of steps) {
            const viewer = 'who' in action ? viewers[action.who] : undefined;
            if (action.do === 'append') commit(action.count, action.doorbell);
            if (action.do === 'attach' && viewer) {
              watching.add(viewer);
              joins.push(attach(viewer, action.anew));
            }
            if (action.do === 'leave' && viewer) {
              watching.delete(viewer);
              viewer.leave();
            }
            if (action.do === 'check') void hub.checkPositions();
            if (action.do === 'gap') bus.gap();
            if (action.do === 'forget') log.forget(Math.floor(action.share * log.events.length));
            // Some of what is on its way arrives before the next step.
            if (scheduler.count() > 0) await scheduler.waitOne();
          }
          if (finish) commit(1, 'lost', 'final');

          const all = Promise.all(joins);
          await scheduler.waitFor(all);
          await scheduler.waitFor(hub.checkPositions());
          await quiet(scheduler);

          const whole = log.events.map(({ seq }) => seq);
          for (const viewer of viewers) {
            if (viewer.complaints.length > 0) throw new Error(viewer.complaints.join('; '));
            const expected = watching.has(viewer) ? whole : whole.slice(0, viewer.seqs.length);
            if (viewer.seqs.join() !== expected.join())
              throw new Error(`${viewer.seqs.join()} is not ${expected.join()}`);
            if (finish && watching.has(viewer) && viewer.ended !== 'final') throw new Error('not told of the end');
          }
          if (failures.length > 0) throw new Error(JSON.stringify(failures));
          hub.close();
          if (bus.watched > 0) throw new Error('the bus is still watched');
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
