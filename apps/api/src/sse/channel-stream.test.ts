import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { expectDocumented } from '../openapi/testing/documented.ts';
import { type LiveSystem, startLiveSystem } from '../sockets/testing/live-system.ts';
import type { TestJobHandle } from '../sockets/testing/moved-job.ts';
import { openTestSocket } from '../sockets/testing/test-socket.ts';
import { openTestStream, type TestMessage, type TestStream } from './testing/test-stream.ts';

let system: LiveSystem;
beforeAll(async () => {
  system = await startLiveSystem({ sseHeartbeatMs: 20 });
});
afterAll(() => system.stop());

const as = (user: string): Record<string, string> => ({ authorization: `Bearer ${system.tokenOf(user)}` });
const several = (jobs: readonly TestJobHandle[], more = ''): string =>
  `${system.url}/events?${jobs.map(({ channel, ticket }) => `ch=${channel}&ticket=${ticket}`).join('&')}${more}`;
const brief = ({ id, event, data }: TestMessage): unknown[] => [id, event, data['ch'], data['seq']];

/** Publish in a room, which has its number when this resolves. */
async function say(room: string, ...said: unknown[]): Promise<void> {
  const socket = await openTestSocket(system.socketUrl);
  await socket.ask('hello', { token: system.tokenOf('ada') });
  for (const data of said) await socket.ask('pub', { ch: `room:${room}`, data, key: 'k' });
  await socket.close();
}

const until = (stream: TestStream, count: number): Promise<void> =>
  stream.until(() => stream.messages().length >= count);

describe('a stream of several channels', () => {
  it('names the channel of every message, and one id continues all of them', async () => {
    const jobs = [await system.newJob(), await system.newJob()] as const;
    const url = `${several(jobs)}&ch=room:mixed`;
    const { epoch } = system;
    const [first, second] = jobs;
    const stream = await openTestStream(url);
    expect(stream.response.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    await stream.until(() => stream.messages().filter(({ event }) => event === 'snapshot').length === 3);
    expect(stream.text()).toMatch(/^retry: 3000\n\n/);
    await second.happen(['job.started']);
    await until(stream, 5);
    await say('mixed', 'hello');
    await until(stream, 6);
    expect(stream.messages().slice(-2).map(brief)).toEqual([
      [`${epoch}:1,2,0`, 'job.started', second.channel, 2],
      [`${epoch}:1,2,1`, 'room.message', 'room:mixed', 1],
    ]);
    await stream.until(() => stream.text().includes(': hb\n\n'));
    stream.response.destroy();

    await first.happen(['job.started', 'job.succeeded']);
    await say('mixed', 'missed');
    const again = await openTestStream(url, { 'Last-Event-ID': `${epoch}:1,2,1` });
    const events = (): TestMessage[] => again.messages().filter(({ event }) => event !== 'presence');
    await again.until(() => events().length === 3);
    expect(
      events()
        .map(({ data }) => [data['ch'], data['seq'], data['final']])
        .toSorted(),
    ).toEqual(
      [
        [first.channel, 2, undefined],
        [first.channel, 3, true],
        ['room:mixed', 2, undefined],
      ].toSorted(),
    );
    expect(events().at(-1)?.id).toBe(`${epoch}:3,2,2`);
    again.response.destroy();
  });

  it('begins with the state where there is no place, and where it cannot be continued', async () => {
    const jobs = [await system.newJob(), await system.newJob()];
    for (const after of ['-,-', 'elsewhere:1,1', '9,9']) {
      const stream = await openTestStream(several(jobs, `&after=${after}`));
      await until(stream, 2);
      expect(stream.messages().map(({ event, data }) => [event, data['seq']])).toEqual([
        ['snapshot', 1],
        ['snapshot', 1],
      ]);
      stream.response.destroy();
    }
  });

  it('ends after the last final event, and answers 204 to who has all of them', async () => {
    const jobs = [await system.newJob(), await system.newJob()] as const;
    const stream = await openTestStream(several(jobs, '&after=1,1'));
    await jobs[0].happen(['job.succeeded']);
    await until(stream, 1);
    await jobs[1].happen(['job.failed']);
    await stream.ended;
    expect(stream.messages().map(({ data }) => data['final'])).toEqual([true, true]);
    const { id = '' } = stream.messages().at(-1) ?? {};
    expect((await openTestStream(several(jobs), { 'Last-Event-ID': id })).response.statusCode).toBe(204);
  });

  it('goes on without what is not there or not theirs, and is not there without anything', async () => {
    const job = await system.newJob();
    const foreign = await system.newJob();
    const stream = await openTestStream(`${several([job])}&ch=${foreign.channel}&ch=room:secret`);
    await until(stream, 3);
    expect(
      stream
        .messages()
        .slice(1)
        .map(({ event, data }) => [event, data]),
    ).toEqual(
      [foreign.channel, 'room:secret'].map((ch) => ['unsub', { ch, code: 'UNKNOWN_CHANNEL', retryable: false }]),
    );
    await job.happen(['job.started']);
    await until(stream, 4);
    stream.response.destroy();
    const none = await openTestStream(`${system.url}/events?ch=${foreign.channel}&ch=room:secret&ch=nothing`);
    await none.ended;
    expect([none.response.statusCode, JSON.parse(none.text())]).toMatchObject([404, { code: 'UNKNOWN_CHANNEL' }]);
  });

  it.each([
    ['', 'INVALID_INPUT'],
    ['?ch=room:a&ch=room:a', 'INVALID_INPUT'],
    ['?ch=room:a&more=1', 'INVALID_INPUT'],
    [`?${Array.from({ length: 65 }, (_, index) => `ch=room:${index}`).join('&')}`, 'INVALID_INPUT'],
    ['?ch=room:a&after=1,2', 'INVALID_POSITION'],
    ['?ch=room:a&after=-1', 'INVALID_POSITION'],
    ['?ch=room:a&after=1.5', 'INVALID_POSITION'],
  ])('refuses the question %j', async (query, code) => {
    const response = await fetch(`${system.url}/events${query}`, { headers: { accept: 'text/event-stream' } });
    expect([response.status, await response.json()]).toMatchObject([422, { code }]);
  });
});

describe('a stream of one channel', () => {
  it('is the same by its path', async () => {
    const stream = await openTestStream(`${system.url}/events/room:path`, as('ada'));
    await until(stream, 2);
    await say('path', 1, 2);
    await stream.until(() => stream.messages().at(-1)?.id === `${system.epoch}:2`);
    expect(stream.messages().at(-1)).toMatchObject({ event: 'room.message', data: { ch: 'room:path', seq: 2 } });
    expect([...system.rooms.inside].filter((place) => place.startsWith('path '))).toHaveLength(1);
    stream.response.destroy();
    while (system.bus.watched.includes('room:path')) await new Promise((resolve) => void setImmediate(resolve));
    expect([...system.rooms.inside].filter((place) => place.startsWith('path '))).toEqual([]);
  });

  it('ends when the permission goes away, and when the token ends', async () => {
    const stream = await openTestStream(`${system.url}/events/room:closed`, as('eve'));
    await until(stream, 1);
    system.rooms.expelled.add('eve');
    await system.permissions.check();
    await stream.ended;
    expect(stream.messages().at(-1)).toMatchObject({ event: 'unsub', data: { code: 'UNKNOWN_CHANNEL' } });
    const authorization = `Bearer until-${Date.now() + 300}-ada`;
    const mortal = await openTestStream(`${system.url}/events/room:closed`, { authorization });
    await mortal.ended;
    expect(mortal.response.complete).toBe(true);
  });

  it('is how the channel is now for who asks for JSON', async () => {
    const job = await system.newJob();
    const answer = await fetch(`${system.url}/events/${job.channel}?ticket=${job.ticket}`);
    await expectDocumented('GET', '/events/:channel', answer.clone());
    expect(await answer.json()).toMatchObject({
      epoch: system.epoch,
      channels: [{ ch: job.channel, seq: 1, final: false, snapshot: { id: job.id } }],
    });
    expect((await fetch(`${system.url}/events/${job.channel}`)).status).toBe(404);
  });
});
