import assert from 'node:assert/strict';

import { WebSocket } from 'ws';

/** Open a socket that says what it hears. */
function openSocket(url, headers = {}) {
  const socket = new WebSocket(url, 'jobwire.v1', { headers });
  const heard = [];
  let wake = () => undefined;
  socket.on('message', (/** @type {Buffer} */ data) => {
    heard.push(JSON.parse(data.toString()));
    wake();
  });
  socket.on('close', () => wake());
  const opened = new Promise((resolve, reject) => {
    socket.once('open', resolve).once('error', reject);
  });
  return {
    socket,
    heard,
    opened,
    say: (frame) => socket.send(JSON.stringify(frame)),
    async hear(matches) {
      for (;;) {
        const found = heard.find(matches);
        if (found) return found;
        if (socket.readyState >= WebSocket.CLOSING) throw new Error(`closed; heard ${JSON.stringify(heard)}`);
        await new Promise((resolve) => (wake = resolve));
      }
    },
  };
}

/** Sockets and streams through nginx. */
export const watchingChecks = [
  {
    name: 'a socket that was cut goes on where it was: no event is missing, none comes twice',
    async run({ visitor }) {
      const { job, ticket } = await visitor.clientOf().upload(await visitor.photoOf(2), 'photo.jpg');
      const url = `${visitor.baseUrl.replace('https', 'wss')}/ws`;
      const ch = `job:${job.id}`;
      const first = openSocket(url);
      await first.opened;
      assert.equal(first.socket.protocol, 'jobwire.v1');
      first.say({ id: 1, op: 'hello' });
      first.say({ id: 2, op: 'sub', ch, ticket, since: undefined });
      const { ok } = await first.hear(({ id }) => id === 2);
      // Cut without a goodbye, as a lost network does.
      first.socket.terminate();
      await visitor.clientOf().watch(job.id, { ticket }).result();
      const second = openSocket(url);
      await second.opened;
      second.say({ id: 1, op: 'hello' });
      second.say({ id: 2, op: 'sub', ch, ticket, since: `${ok.epoch}:1` });
      const resumed = await second.hear(({ id }) => id === 2);
      assert.equal(resumed.ok.recovered, true);
      await second.hear(({ t, final }) => t === 'event' && final === true);
      const seqs = second.heard.filter(({ t }) => t === 'event').map(({ seq }) => seq);
      assert.deepEqual(
        seqs,
        seqs.map((_seq, index) => index + 2),
      );
      second.socket.close();
    },
  },
  {
    name: 'a stream is not held back: each message arrives before the next is sent',
    async run({ visitor }) {
      const { accessToken } = await visitor.signIn(visitor.addressOf('stream'));
      const headers = { authorization: `Bearer ${accessToken}` };
      const room = `smoke-${Date.now()}`;
      const stream = await visitor.call(`/events/room:${room}`, {
        headers: { ...headers, accept: 'text/event-stream' },
      });
      assert.equal(stream.status, 200);
      const reader = stream.body.pipeThrough(new TextDecoderStream()).getReader();
      let text = '';
      const arrived = async (word) => {
        while (!text.includes(word)) {
          const { done, value } = await reader.read();
          assert.ok(!done, `the stream ended before ${word} came`);
          text += value;
        }
      };
      for (const word of ['first-message', 'second-message', 'third-message']) {
        const sent = await visitor.post(`/rooms/${room}/messages`, { data: word, key: word }, headers);
        assert.ok(sent.ok, `${sent.status} ${await sent.text()}`);
        await arrived(word);
      }
      await reader.cancel();
    },
  },
  {
    name: 'a socket from a foreign page is refused before it opens, one with a token in its address too',
    async run({ visitor }) {
      const url = `${visitor.baseUrl.replace('https', 'wss')}/ws`;
      const refusal = (address, headers) =>
        openSocket(address, headers).opened.then(
          () => 'opened',
          (error) => error.message,
        );
      assert.match(await refusal(url, { origin: 'https://evil.example' }), /403/);
      assert.match(await refusal(url, { origin: 'null' }), /403/);
      assert.match(await refusal(`${url}?token=abc`, {}), /400/);
      assert.equal((await visitor.call('/ws')).status, 426);
    },
  },
];
