import { once } from 'node:events';
import { createServer, connect, type Socket } from 'node:net';

import { expect, it } from '@jest/globals';

import { startHeartbeat } from './heartbeat.ts';

it('calls no peer silent whose answer lay unread because the process was busy', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  const accepted = once(server, 'connection') as Promise<[Socket]>;
  const peer = connect(port, '127.0.0.1');
  const [ours] = await accepted;
  const graceMs = 50;
  let silent = false;
  const answered = new Promise<void>((resolve) => {
    const heartbeat = startHeartbeat({
      everyMs: () => 100,
      graceMs,
      beat: () => ours.write('beat'),
      silent() {
        silent = true;
        resolve();
      },
    });
    ours.once('data', () => {
      heartbeat.stop();
      resolve();
    });
  });
  peer.once('data', () => {
    peer.write('answer');
    // Longer than the grace: when this is over, the timer is due before the answer is read.
    const until = performance.now() + graceMs * 4;
    while (performance.now() < until);
  });
  await answered;
  peer.destroy();
  server.close();
  expect(silent).toBe(false);
});
