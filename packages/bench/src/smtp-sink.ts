import { createServer, type Socket } from 'node:net';

/** Milliseconds between a mail's final dot and the reply to it. */
const latencyMs = Number(process.argv[2] ?? 0);

/**
 * An SMTP server that takes every mail and keeps none (RFC 5321), in a process of its own: what is measured is the one who
 * sends. It understands as much as a client needs that sends one mail after the other.
 */
const server = createServer((socket) => {
  socket.setNoDelay(true);
  socket.on('error', () => undefined);
  const session = { text: '', inMail: false };
  socket.write('220 sink\r\n');
  socket.on('data', (chunk) => {
    session.text += chunk.toString('latin1');
    for (;;) {
      const end = session.inMail ? '\r\n.\r\n' : '\r\n';
      const at = session.text.indexOf(end);
      if (at < 0) return;
      const line = session.text.slice(0, at);
      session.text = session.text.slice(at + end.length);
      if (session.inMail) {
        session.inMail = false;
        accept(socket);
      } else session.inMail = answer(socket, line.slice(0, 4).toUpperCase());
    }
  });
});

/** @returns true when the mail itself comes next */
function answer(socket: Socket, command: string): boolean {
  if (command === 'DATA') socket.write('354 go on\r\n');
  else if (command === 'QUIT') socket.end('221 bye\r\n');
  else if (command === 'EHLO') socket.write('250-sink\r\n250 8BITMIME\r\n');
  else socket.write('250 ok\r\n');
  return command === 'DATA';
}

function accept(socket: Socket): void {
  if (latencyMs === 0) socket.write('250 taken\r\n');
  else setTimeout(() => socket.write('250 taken\r\n'), latencyMs);
}

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address !== null && typeof address === 'object') process.send?.(`smtp://127.0.0.1:${address.port}`);
});
process.on('disconnect', () => process.exit(0));
