// The limit that ws itself sets: what one socket says is written as JSON once and sent to all. Nothing is stored or checked.
import { createServer } from 'node:http';

import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';

const said = z.object({ ch: z.string(), key: z.string(), data: z.json() });
const server = createServer();
const gateway = new WebSocketServer({ server, perMessageDeflate: false, maxPayload: 16 * 1024 });
const sockets = new Set<WebSocket>();
let seq = 0;

/** The same frame that a room sends. */
function frameOf(data: RawData): Buffer {
  const { ch, key, data: text } = said.parse(JSON.parse(Buffer.isBuffer(data) ? data.toString() : ''));
  seq += 1;
  const from = { id: '01980000-0000-7000-8000-000000000000', name: 'bench', kind: 'key' };
  const event = { t: 'event', ch, epoch: 'k3x9', seq, type: 'room.message', at: new Date().toISOString() };
  return Buffer.from(JSON.stringify({ ...event, data: { from, data: text, key } }));
}

gateway.on('connection', (ws) => {
  sockets.add(ws);
  ws.on('close', () => sockets.delete(ws));
  ws.on('error', () => undefined);
  ws.on('message', (data) => {
    const frame = frameOf(data);
    for (const socket of sockets) socket.send(frame, { binary: false });
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address !== null && typeof address === 'object') process.send?.(`ws://127.0.0.1:${address.port}`);
});
process.on('disconnect', () => process.exit(0));
