import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { type LiveSystem, startLiveSystem } from './testing/live-system.ts';
import { openTestSocket } from './testing/test-socket.ts';

describe('a token that ends while its socket is open', () => {
  let system: LiveSystem;
  const tokenFor = (ms: number, user = 'ada') => {
    const end = Date.now() + ms;
    return { token: `until-${end}-${user}`, expiresAt: new Date(end).toISOString() };
  };
  beforeAll(async () => {
    system = await startLiveSystem({ limits: { heartbeatMs: 200, graceMs: 150 } });
  });
  afterAll(() => system.stop());

  it('is announced in hello and by heartbeats, then closes with 4202', async () => {
    const socket = await openTestSocket(system.socketUrl);
    const { token, expiresAt } = tokenFor(5_000);
    expect((await socket.ask('hello', { token }))['ok']).toMatchObject({ user: 'ada', expiresAt });
    // A busy process may give a sign of life before it has read the token.
    const { expiresInMs } = await socket.until((frame) => frame['t'] === 'hb' && frame['expiresInMs'] !== undefined);
    expect(expiresInMs).toBeGreaterThan(0);
    expect(expiresInMs).toBeLessThanOrEqual(5_000);
    expect(await socket.closed).toBe(4202);
  });

  it('is replaced by a newer one of the same user alone', async () => {
    const socket = await openTestSocket(system.socketUrl);
    await socket.ask('hello', { token: tokenFor(30_000).token });
    for (const token of [tokenFor(3_600_000, 'eve').token, 'key-ada']) {
      expect((await socket.ask('refresh', { token }))['error']).toMatchObject({ code: 'FORBIDDEN' });
    }
    expect((await socket.ask('refresh', { token: 'forged' }))['error']).toMatchObject({ code: 'UNAUTHENTICATED' });
    const { token, expiresAt } = tokenFor(3_600_000);
    expect((await socket.ask('refresh', { token }))['ok']).toEqual({ expiresAt });
    await socket.until((frame) => frame['t'] === 'hb' && frame['expiresInMs'] === undefined);
    await socket.close();
  });

  it('is no matter to strangers and keys', async () => {
    for (const members of [{}, { token: 'key-robot' }]) {
      const socket = await openTestSocket(system.socketUrl);
      expect((await socket.ask('hello', members))['ok']).toMatchObject({ expiresAt: null });
      expect(await socket.until(({ t }) => t === 'hb')).toEqual({ t: 'hb' });
      await socket.close();
    }
    const stranger = await openTestSocket(system.socketUrl);
    await stranger.ask('hello');
    const { error } = await stranger.ask('refresh', { token: tokenFor(60_000).token });
    expect(error).toMatchObject({ code: 'FORBIDDEN' });
    await stranger.close();
  });
});
