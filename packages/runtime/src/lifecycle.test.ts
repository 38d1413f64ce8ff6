import { describe, expect, it } from '@jest/globals';

import { createLifecycle } from './lifecycle.ts';

const quiet = (): void => undefined;

describe('a lifecycle', () => {
  it('stops what was started last first, and says that it is stopping from the first moment', async () => {
    const lifecycle = createLifecycle(quiet);
    const stopped: string[] = [];
    for (const name of ['database', 'engine', 'server']) {
      lifecycle.add({ name, deadlineMs: 1_000, stop: () => void stopped.push(`${name} ${lifecycle.stopping}`) });
    }
    expect(await lifecycle.stop('test')).toBe(true);
    expect(stopped).toEqual(['server true', 'engine true', 'database true']);
  });

  it('leaves a step behind that takes too long, goes on, and tells', async () => {
    const told: unknown[] = [];
    const lifecycle = createLifecycle((name, facts) => void told.push([name, facts?.['step']]));
    let databaseStopped = false;
    lifecycle.add({ name: 'database', deadlineMs: 1_000, stop: () => void (databaseStopped = true) });
    lifecycle.add({ name: 'engine', deadlineMs: 10, stop: () => new Promise(() => undefined) });
    expect(await lifecycle.stop('test')).toBe(false);
    expect(databaseStopped).toBe(true);
    expect(told).toContainEqual(['stop.failed', 'engine']);
  });

  it('stops once, however often it is asked', async () => {
    const lifecycle = createLifecycle(quiet);
    let stops = 0;
    lifecycle.add({ name: 'server', deadlineMs: 1_000, stop: () => void (stops += 1) });
    await Promise.all([lifecycle.stop('one'), lifecycle.stop('two')]);
    expect(stops).toBe(1);
  });
});
