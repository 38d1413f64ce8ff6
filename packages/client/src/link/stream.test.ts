import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { createClient } from '../client.ts';
import { createTokens } from '../http/tokens.ts';
import { event, type ScriptedServer, startScriptedServer, welcome } from '../testing/scripted-server.ts';
import { type ChannelItem, watchChannel } from '../watch/watch-channel.ts';
import type { ConnectionState } from './connection-state.ts';
import { createLink } from './link.ts';

let server: ScriptedServer;
beforeEach(async () => {
  server = await startScriptedServer();
});
afterEach(() => server.stop());

const recovered = (id: unknown, seq = 0): object => ({ id, ok: { epoch: 'e', seq, recovered: true } });
const final = (seq: number): object => event(seq, { type: 'job.succeeded', final: true, data: { result: { n: seq } } });

describe('a client whose sockets are blocked', () => {
  const job = { id: '1', name: 'n', state: 'running', progress: null, attempt: 1, maxAttempts: 1, createdAt: '' };
  const sse = (id: string, type: string, data: object): string =>
    `id: ${id}\nevent: ${type}\ndata: ${JSON.stringify(data)}\n\n`;

  it('reads the same log by server-sent events, and shows that it does', async () => {
    server.open = false;
    const parts = [
      sse('e:3', 'snapshot', { epoch: 'e', seq: 3, snapshot: job }) +
        sse('e:4', 'job.log', { seq: 4, type: 'job.log', at: '', data: {} }),
      sse('e:5', 'job.log', { seq: 5, type: 'job.log', at: '', skipped: 0, data: {} }).replace('"skipped":0,', ''),
      sse('e:6', 'job.succeeded', { seq: 6, type: 'job.succeeded', at: '', final: true, data: { result: 'done' } }),
    ];
    server.onRequest = (request, response) => {
      if (!request.url?.startsWith('/jobs/')) return response.end('{}');
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      // Each response is cut off after its part.
      response.end(parts.shift());
    };
    const states: ConnectionState[] = [];
    const client = createClient({ baseUrl: server.url });
    client.onConnection((state) => states.push(state));
    const kinds: unknown[] = [];
    const watch = client.watch('1', { ticket: 'secret' });
    for await (const item of watch) kinds.push(item.kind === 'event' ? item.seq : item.snapshot.state);
    expect(kinds).toEqual(['running', 4, 5, 6]);
    expect(await watch.result()).toBe('done');
    expect(server.requests.filter((line) => line.includes('/jobs/'))).toEqual([
      'GET /jobs/1/events?after=-%3A0 Bearer secret',
      'GET /jobs/1/events?after=e%3A4 Bearer secret',
      'GET /jobs/1/events?after=e%3A5 Bearer secret',
    ]);
    expect(states).toContainEqual({ state: 'live', transport: 'sse' });
    expect(client.connection).toEqual({ state: 'idle' });
  });

  it('ends a watch with what it cannot read, instead of asking for it again and again', async () => {
    server.onRequest = (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.end(sse('e:1', 'job.log', { seq: 'first', type: 'job.log', at: '', data: {} }));
    };
    const watch = createClient({ baseUrl: server.url, transport: 'sse' }).watch('1', { since: '0' });
    try {
      await expect(watch.next()).rejects.toMatchObject({ issues: [{ path: ['seq'] }] });
    } finally {
      watch.leave();
    }
    expect(server.requests).toHaveLength(1);
  });

  it('goes back to a socket when one can be opened, without losing or repeating anything', async () => {
    server.open = false;
    server.onRequest = (request, response) => {
      if (!request.url?.startsWith('/jobs/')) return void response.end('{}');
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(sse('e:1', 'job.log', { seq: 1, type: 'job.log', at: '', data: {} }));
      server.open = true;
    };
    server.onFrame = (asked, say) => {
      if (asked['op'] === 'hello') say(welcome(asked['id']));
      if (asked['op'] === 'sub') say(recovered(asked['id'], 1), event(1), final(2));
    };
    const states: ConnectionState[] = [];
    const link = createLink({
      caller: { baseUrl: server.url, tokens: createTokens('key'), fetch },
      name: 'test',
      transport: 'auto',
      WebSocket: undefined,
      tap: undefined,
      changed: (state) => states.push(state),
      streamForMs: 50,
    });
    const { watch } = watchChannel<ChannelItem>(link, {
      channel: 'job:1',
      options: { since: '0' },
      take: (item, to) => to.tell(item),
    });
    const positions: string[] = [];
    for await (const item of watch) positions.push('position' in item ? item.position : item.kind);
    expect(positions).toEqual(['e:1', 'e:2']);
    expect(server.asked.find(({ op }) => op === 'sub')).toMatchObject({ since: 'e:1' });
    const live = states.flatMap((state) => (state.state === 'live' ? [state.transport] : []));
    expect(live).toEqual(['sse', 'websocket']);
  });

  it('has one stream for what the token opens, begins anew with another channel, and hears of one that is gone', async () => {
    const heard: unknown[] = [];
    server.onRequest = (request, response) => {
      const asked = new URL(request.url ?? '', server.url).searchParams.getAll('ch');
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      if (asked.includes('room:b')) {
        response.write(sse('e:2,1', 'snapshot', { ch: 'room:b', epoch: 'e', seq: 1, snapshot: {} }));
        response.write(sse('e:2,1', 'unsub', { ch: 'room:b', code: 'UNKNOWN_CHANNEL', retryable: false }));
      } else if (heard.length === 0) {
        response.write(sse('e:2', 'snapshot', { ch: 'room:a', epoch: 'e', seq: 2, snapshot: {} }));
      } else
        response.write(sse('e:3', 'room.message', { ch: 'room:a', seq: 3, type: 'room.message', at: '', data: {} }));
    };
    const client = createClient({ baseUrl: server.url, transport: 'sse', token: 'key' });
    const first = client.channel('room:a');
    heard.push(await first.next());
    const second = client.channel('room:b');
    expect(await second.next()).toMatchObject({ value: { kind: 'snapshot', position: 'e:1' } });
    await expect(second.next()).rejects.toMatchObject({ code: 'UNKNOWN_CHANNEL' });
    expect(await first.next()).toMatchObject({ value: { kind: 'event', position: 'e:3' } });
    first.leave();
    expect(server.requests).toEqual([
      'GET /events?ch=room%3Aa&after=- Bearer key',
      'GET /events?ch=room%3Aa&ch=room%3Ab&after=e%3A2%2C- Bearer key',
      'GET /events?ch=room%3Aa&after=e%3A2 Bearer key',
    ]);
  });
});
