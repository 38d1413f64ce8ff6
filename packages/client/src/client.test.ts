import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { createClient } from './client.ts';
import type { TappedFrame } from './link/frame-tap.ts';
import {
  type Asked,
  event,
  problem,
  type ScriptedServer,
  startScriptedServer,
  welcome,
} from './testing/scripted-server.ts';

let server: ScriptedServer;
beforeEach(async () => {
  server = await startScriptedServer();
});
afterEach(() => server.stop());

/** A source of tokens `t1`, `t2`, … */
function tokens(): () => string {
  let asked = 0;
  return () => `t${(asked += 1)}`;
}
const recovered = (id: unknown, seq = 0): object => ({ id, ok: { epoch: 'e', seq, recovered: true } });
const final = (seq: number): object => event(seq, { type: 'job.succeeded', final: true, data: { result: { n: seq } } });
const ops = (): unknown[] => server.asked.map(({ op, token }) => [op, token]);

describe('the token of a socket', () => {
  it.each(['a greeting that was refused', 'the end of the first'])('is another one after %s', async (what) => {
    server.onFrame = (asked, say, socket) => {
      const isOld = server.sockets === 1;
      if (asked['op'] === 'sub') return isOld ? socket.close(4202) : say(recovered(asked['id']), final(1));
      if (asked['op'] !== 'hello') return;
      if (!isOld || what === 'the end of the first') return say(welcome(asked['id']));
      say({ id: asked['id'], error: problem('UNAUTHENTICATED', 401) });
      socket.close(4001);
    };
    const client = createClient({ baseUrl: server.url, token: tokens() });
    expect(await client.watch('1', { since: '0' }).result()).toEqual({ n: 1 });
    const hellos = server.asked.filter(({ op }) => op === 'hello');
    expect(hellos.map(({ token }) => token)).toEqual(['t1', 't2']);
  });

  it('is not tried twice: who has no other one is told', async () => {
    server.onFrame = (asked, say, socket) => {
      say({ id: asked['id'], error: problem('UNAUTHENTICATED', 401) });
      socket.close(4001);
    };
    for (const token of ['old', tokens()]) {
      const client = createClient({ baseUrl: server.url, token });
      await expect(client.watch('1').next()).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    }
    expect(ops()).toEqual(['old', 't1', 't2'].map((token) => ['hello', token]));
  });

  it('is refreshed when a heartbeat says that it ends', async () => {
    server.onFrame = (asked, say) => {
      if (asked['op'] === 'hello') say(welcome(asked['id']));
      if (asked['op'] === 'sub') say(recovered(asked['id']), { t: 'hb', expiresInMs: 1_000 });
      if (asked['op'] === 'refresh') say({ id: asked['id'], ok: {} }, final(1));
    };
    const client = createClient({ baseUrl: server.url, token: tokens() });
    await client.watch('1', { since: '0' }).result();
    expect([ops()[2], server.sockets]).toEqual([['refresh', 't2'], 1]);
  });
});

describe('a watch', () => {
  it('is unsubscribed when its reader leaves a thousand items, and goes on from there', async () => {
    const sent = 1_500;
    server.onFrame = (asked, say) => {
      if (asked['op'] === 'hello') say(welcome(asked['id']));
      if (asked['op'] !== 'sub') return;
      const from = Number(String(asked['since']).split(':').at(-1));
      say(recovered(asked['id'], from));
      for (let seq = from + 1; seq < sent; seq += 1) say(event(seq));
      say(final(sent));
    };
    const client = createClient({ baseUrl: server.url });
    const watch = client.watch('1', { since: '0' });
    const seqs: number[] = [];
    for await (const item of watch) {
      if (item.kind === 'event') seqs.push(item.seq);
      // Everything that was sent has come before the second one is read.
      if (seqs.length === 1)
        while (client.connection.state !== 'idle') await new Promise((run) => void setTimeout(run, 1));
    }
    expect(seqs).toEqual(Array.from({ length: sent }, (_, index) => index + 1));
    const subs = server.asked.filter(({ op }) => op === 'sub');
    expect(subs.map(({ since }) => since)).toEqual(['0', 'e:1001']);
  });

  it('tells listeners each kind of item and its end, and has its frames shown without secrets', async () => {
    server.onFrame = (asked, say) => {
      if (asked['op'] === 'hello') say(welcome(asked['id']));
      if (asked['op'] === 'sub')
        say(
          recovered(asked['id']),
          event(1),
          event(2, { type: 'job.failed', final: true, data: { error: { code: 'BAD', message: 'no' } } }),
        );
    };
    const frames: TappedFrame[] = [];
    const client = createClient({ baseUrl: server.url, token: 'hidden', onFrame: (frame) => frames.push(frame) });
    const told: unknown[] = [];
    const watch = client.watch('1', { since: '0', ticket: 'hidden' });
    watch.on({ event: ({ seq }) => told.push(seq), end: () => told.push('end') });
    await expect(watch.result()).rejects.toMatchObject({
      code: 'JOB_FAILED',
      problem: { failure: { state: 'failed', code: 'BAD' } },
    });
    await new Promise((run) => void setImmediate(run));
    expect(told).toEqual([1, 2, 'end']);
    expect(frames.map(({ text }) => text).join()).not.toContain('hidden');
    expect(frames.slice(0, 3).map(({ direction }) => direction)).toEqual(['out', 'in', 'out']);
  });

  it('that is left or aborted has no result', async () => {
    const client = createClient({ baseUrl: server.url });
    const left = client.watch('1');
    left.leave();
    await expect(left.result()).rejects.toThrow('no longer watched');
    const stop = new AbortController();
    const aborted = client.watch('1', { signal: stop.signal });
    stop.abort(new Error('enough'));
    await expect(aborted.result()).rejects.toThrow('enough');
    await expect(client.watch('1', { signal: stop.signal }).next()).rejects.toThrow('enough');
    expect(client.connection).toEqual({ state: 'idle' });
  });
});

describe('a message', () => {
  const state = { room: 'a', open: true, online: 0, members: [], messages: [] };
  const join = (asked: Asked, say: (...frames: object[]) => void): void => {
    if (asked['op'] === 'hello') say(welcome(asked['id']));
    if (asked['op'] === 'sub') say({ id: asked['id'], ok: { epoch: 'e', seq: 0, recovered: false, snapshot: state } });
  };

  it('is sent again with the same key, over another socket, until it is confirmed', async () => {
    const said: Asked[] = [];
    server.onFrame = (asked, say, socket) => {
      join(asked, say);
      if (asked['op'] !== 'pub') return;
      said.push(asked);
      if (said.length === 1) return socket.terminate();
      const busy = problem('TOO_MANY_MESSAGES', 429, { retryable: true, retryAfterMs: 1 });
      if (said.length === 2) return say({ id: asked['id'], error: busy });
      say({ id: asked['id'], ok: { ch: 'room:a', epoch: 'e', seq: 7, repeated: true } });
    };
    const room = createClient({ baseUrl: server.url }).room('a');
    const watch = room.join();
    await watch.next();
    expect(await room.send({ text: 'hi' }, { exclude: true })).toMatchObject({ seq: 7 });
    const [first] = said;
    expect(first).toMatchObject({ op: 'pub', ch: 'room:a', data: { text: 'hi' }, exclude: true });
    expect(said.map(({ key }) => key)).toEqual([first?.['key'], first?.['key'], first?.['key']]);
    room.leave();
    for await (const item of watch) expect(item.kind).toBe('snapshot');
    expect(await watch.next()).toEqual({ done: true, value: undefined });
  });

  it('goes by a request where the room is not joined, and is refused for good', async () => {
    server.onRequest = (_request, response) =>
      void response.writeHead(404).end(JSON.stringify(problem('UNKNOWN_CHANNEL', 404)));
    const room = createClient({ baseUrl: server.url }).room('no such');
    await expect(room.send(1)).rejects.toMatchObject({ code: 'UNKNOWN_CHANNEL' });
    expect(server.requests).toEqual(['POST /rooms/no%20such/messages -']);
    await expect(room.send('x'.repeat(9_000))).rejects.toThrow('characters');
  });
});

describe('an upload', () => {
  it('tells how far it is, and is sent once more with another token', async () => {
    const received: number[] = [];
    server.onRequest = async (request, response) => {
      let bytes = 0;
      for await (const piece of request) bytes += Buffer.byteLength(piece as Buffer);
      received.push(bytes);
      if (request.headers.authorization === 'Bearer t1') return response.writeHead(401).end('{}');
      const state = { id: '1', name: 'n', state: 'queued', progress: null, attempt: 0, maxAttempts: 1, createdAt: '' };
      const accepted = { message: '', job: state, ticket: '', ticketExpiresAt: '', upload: { id: 'u', state: 'new' } };
      response.writeHead(202).end(JSON.stringify(accepted));
    };
    const client = createClient({ baseUrl: server.url, token: tokens() });
    const progress: number[] = [];
    const image = new Blob(['x'.repeat(300_000)]);
    const { upload } = await client.upload(image, { name: 'x.png', onProgress: ({ loaded }) => progress.push(loaded) });
    expect(upload.id).toBe('u');
    expect(received).toHaveLength(2);
    expect(Math.min(...received)).toBeGreaterThan(300_000);
    expect(progress.at(-1)).toBe(300_000);
    await expect(client.upload(image, { signal: AbortSignal.abort(new Error('no')) })).rejects.toThrow('no');
  });
});

describe('the file of a job', () => {
  it('is read where the answer leads, by ticket too, and what is wrong is told', async () => {
    const heard: unknown[] = [];
    server.onRequest = (request, response) => {
      heard.push([request.url, request.headers.authorization]);
      if (request.url === '/jobs/1/result') response.writeHead(303, { location: '/files/f?signature=s' }).end();
      else if (request.url === '/jobs/2/result') response.writeHead(404).end(JSON.stringify(problem('NOT_FOUND', 404)));
      else response.writeHead(200, { 'content-type': 'text/csv' }).end('day,count\n');
    };
    const client = createClient({ baseUrl: server.url, token: 'mine' });
    const file = await client.jobs.file('1', { ticket: 'ticket' });
    expect([file.type, await file.text()]).toEqual(['text/csv', 'day,count\n']);
    expect(heard[0]).toEqual(['/jobs/1/result', 'Bearer ticket']);
    await expect(client.jobs.file('2')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(heard.at(-1)).toEqual(['/jobs/2/result', 'Bearer mine']);
  });
});
