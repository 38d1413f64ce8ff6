import type { Queue } from '@jobwire/client';

import { createSeries, type Grid, mostOf, type Series, sumOf, type Values } from './charts/series.ts';
import { type OpenState, openStates } from './queue-states.ts';

/** A quarter of an hour in steps of five seconds. */
export const depthSteps = { stepMs: 5_000, steps: 180 } as const;

/** How much was in the queues, step by step. */
export interface Depths {
  /** Write down what is in the queues at a moment, in milliseconds since 1970. */
  put(at: number, queues: readonly Queue[]): void;
  /** How many jobs were in a state, in one queue or in all. */
  jobs(grid: Grid, state: OpenState, name?: string): Values;
  /** How long the oldest job had waited, in milliseconds. */
  age(grid: Grid, name?: string): Values;
}

type Ring = Record<OpenState | 'age', Series>;

/** Keep a quarter of an hour of every queue. */
export function createDepths(): Depths {
  const rings = new Map<string, Ring>();
  const read = (grid: Grid, what: keyof Ring, name: string | undefined): Values[] =>
    [...rings].filter(([known]) => name === undefined || known === name).map(([, ring]) => ring[what].read(grid.last));
  return {
    put(at, queues) {
      for (const { name, counts, oldestWaitingMs } of queues) {
        const ring = rings.get(name) ?? newRing();
        rings.set(name, ring);
        for (const state of openStates) ring[state].put(at, counts[state]);
        ring.age.put(at, oldestWaitingMs ?? 0);
      }
    },
    jobs: (grid, state, name) => sumOf(read(grid, state, name)),
    age: (grid, name) => mostOf(read(grid, 'age', name)),
  };
}

function newRing(): Ring {
  return {
    scheduled: createSeries(depthSteps),
    queued: createSeries(depthSteps),
    running: createSeries(depthSteps),
    retrying: createSeries(depthSteps),
    age: createSeries(depthSteps),
  };
}
