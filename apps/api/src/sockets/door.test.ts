import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { uuidv7 } from '@jobwire/runtime';

import { type LiveSystem, startLiveSystem } from './testing/live-system.ts';
import { eventsOf, openTestSocket } from './testing/test-socket.ts';

describe('a socket', () => {
  let system: LiveSystem;
  beforeAll(async () => {
    system = await startLiveSystem();
  });
  afterAll(() => system.stop());

  it('says hello, subscribes with a ticket and gets the state, then every event to the final one', async () => {
    const job = await system.newJob();
    const socket = await openTestSocket(system.socketUrl);
    expect(socket.ws.protocol).toBe('jobwire.v1');
    const hello = await socket.ask('hello', { name: 'test' });
    expect(hello['ok']).toMatchObject({ user: null, heartbeatMs: 25_000, limits: { subscriptions: 64 } });

    const subscribed = await socket.ask('sub', { ch: job.channel, ticket: job.ticket });
    expect(subscribed['ok']).toMatchObject({
      epoch: system.epoch,
      seq: 1,
      recovered: false,
      snapshot: { id: job.id, state: 'queued', links: { socket: job.channel } },
    });
    await job.happen(['job.started']);
    await job.happen(['job.progress', 'job.progress'], { bare: true });
    await job.happen(['job.succeeded']);
    const last = await socket.until((frame) => frame['final'] === true);
    expect(last).toMatchObject({ t: 'event', ch: job.channel, epoch: system.epoch, seq: 5, type: 'job.succeeded' });
    expect(eventsOf(socket.frames, job.channel).map((frame) => frame['seq'])).toEqual([2, 3, 4, 5]);
    expect(system.bus.watched).not.toContain(job.channel);
    await socket.close();
  });

  it('continues after a position, and from a bare number', async () => {
    const job = await system.newJob();
    await job.happen(['job.started', 'job.progress', 'job.progress']);
    const socket = await openTestSocket(system.socketUrl);
    await socket.ask('hello');
    const resumed = await socket.ask('sub', { ch: job.channel, ticket: job.ticket, since: `${system.epoch}:2` });
    expect(resumed['ok']).toEqual({ epoch: system.epoch, seq: 2, newest: 4, recovered: true });
    await socket.until((frame) => frame['seq'] === 4);
    await socket.ask('unsub', { ch: job.channel });
    await job.happen(['job.progress']);
    const again = await socket.ask('sub', { ch: job.channel, ticket: job.ticket, since: '4' });
    expect(again['ok']).toMatchObject({ recovered: true, seq: 4 });
    await job.happen(['job.failed']);
    await socket.until((frame) => frame['final'] === true);
    expect(eventsOf(socket.frames, job.channel).map((frame) => frame['seq'])).toEqual([3, 4, 5, 6]);
    await socket.close();
  });

  it('gets a snapshot instead when the position is of another epoch, ahead of the log, or too far behind', async () => {
    const job = await system.newJob();
    await job.happen(Array.from({ length: 301 }, () => 'job.progress'));
    const socket = await openTestSocket(system.socketUrl);
    await socket.ask('hello');
    for (const since of ['elsewhere:3', `${system.epoch}:303`, `${system.epoch}:1`]) {
      const { ok } = await socket.ask('sub', { ch: job.channel, ticket: job.ticket, since });
      expect(ok).toMatchObject({ recovered: false, seq: 302, snapshot: { id: job.id } });
      await socket.ask('unsub', { ch: job.channel });
    }
    expect(eventsOf(socket.frames, job.channel)).toEqual([]);
    await socket.close();
  });

  it('never gets a part of what it missed when the log has lost its beginning', async () => {
    const job = await system.newJob();
    await job.happen(['job.started', 'job.progress', 'job.progress', 'job.progress']);
    await system.db.query('DELETE FROM job_events WHERE job_id = $1 AND seq <= 3', [job.id]);
    const socket = await openTestSocket(system.socketUrl);
    await socket.ask('hello');
    const behind = await socket.ask('sub', { ch: job.channel, ticket: job.ticket, since: '2' });
    expect(behind['ok']).toMatchObject({ recovered: false, seq: 5 });
    await socket.ask('unsub', { ch: job.channel });
    const atEdge = await socket.ask('sub', { ch: job.channel, ticket: job.ticket, since: '3' });
    expect(atEdge['ok']).toMatchObject({ recovered: true, seq: 3 });
    await socket.until((frame) => frame['seq'] === 5);
    expect(eventsOf(socket.frames, job.channel).map((frame) => frame['seq'])).toEqual([4, 5]);
    await socket.close();
  });

  it('is told at once that a finished job is final, and nothing stays subscribed', async () => {
    const job = await system.newJob();
    await job.happen(['job.started', 'job.succeeded']);
    const socket = await openTestSocket(system.socketUrl);
    await socket.ask('hello');
    const fresh = await socket.ask('sub', { ch: job.channel, ticket: job.ticket });
    expect(fresh['ok']).toMatchObject({ final: true, seq: 3, snapshot: { state: 'succeeded' } });
    const resumed = await socket.ask('sub', { ch: job.channel, ticket: job.ticket, since: '1' });
    expect(resumed['ok']).toEqual({ epoch: system.epoch, seq: 1, newest: 3, recovered: true, final: true });
    await socket.until((frame) => frame['final'] === true && frame['seq'] === 3);
    expect(system.bus.watched).not.toContain(job.channel);
    await socket.close();
  });

  it('cannot tell an unknown job from one that is not its own', async () => {
    const owner = uuidv7();
    const job = await system.newJob(owner);
    const other = await system.newJob();
    const socket = await openTestSocket(system.socketUrl);
    await socket.ask('hello', { token: system.tokenOf(uuidv7()) });
    const foreign = await socket.ask('sub', { ch: job.channel });
    const answers = [
      await socket.ask('sub', { ch: job.channel, ticket: other.ticket }),
      await socket.ask('sub', { ch: job.channel, ticket: 'forged' }),
      await socket.ask('sub', { ch: `job:${uuidv7()}` }),
      await socket.ask('sub', { ch: 'job:nonsense' }),
      await socket.ask('sub', { ch: 'constructor' }),
      await socket.ask('sub', { ch: 'room:secret' }),
    ];
    const plain = ({ error }: Record<string, unknown>): unknown => ({ ...(error as object), ch: '' });
    for (const answer of answers) expect(plain(answer)).toEqual(plain(foreign));
    expect(foreign['error']).toMatchObject({ code: 'UNKNOWN_CHANNEL', status: 404, retryable: false });
    await socket.close();
  });

  it('lets owners and admins watch without a ticket', async () => {
    const owner = uuidv7();
    const job = await system.newJob(owner);
    for (const who of [owner, 'admin']) {
      const socket = await openTestSocket(system.socketUrl);
      await socket.ask('hello', { token: system.tokenOf(who) });
      expect((await socket.ask('sub', { ch: job.channel }))['ok']).toMatchObject({ seq: 1 });
      await socket.close();
    }
  });
});
