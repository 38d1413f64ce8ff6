import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createEvents } from '@jobwire/runtime';
import {
  createStops,
  describeWithRedis,
  eventually,
  type LeakCheck,
  leakCheck,
  spyEvents,
  testRedis,
  type TestRedis,
} from '@jobwire/testing';

import { createEngine } from './create-engine.ts';

describeWithRedis('the bus on Redis', () => {
  const stops = createStops();
  let leaks: LeakCheck;
  let redis: TestRedis;
  beforeAll(async () => {
    leaks = leakCheck();
    const started = await testRedis();
    if (!started) throw new Error('There is no Redis');
    redis = stops.add(started);
  });
  afterAll(async () => {
    await stops.stopAll();
    await leaks.expectNone();
  });

  // A client that is told to disconnect while it waits to connect again never answers what it was asked.
  it('closes while its server is away, and leaves nothing open', async () => {
    const events = createEvents();
    const spy = spyEvents(events);
    const options = { names: [], process: 'test', emit: events.emit };
    const engine = createEngine({ redisUrl: redis.url, directUrl: '' }, options);
    const bus = engine.bus('test');
    await bus.watch('job:1', () => undefined).confirmed;
    await redis.kill();
    await eventually(() => expect(spy.named('bus.error')).not.toEqual([]));
    await bus.close();
    await engine.close();
    expect(spy.named('bus.left')).toHaveLength(1);
  });
});
