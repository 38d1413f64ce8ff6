import { connect } from 'node:net';

/** What came back on a connection. */
export interface RawAnswer {
  /** 0 when the server closed without an answer. */
  status: number;
  text: string;
}

/** Write bytes to a server as they are, with no client that tidies them up, and read until it closes the connection. */
export function rawRequest(port: number, ...pieces: (string | Buffer)[]): Promise<RawAnswer> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let text = '';
    socket.on('data', (chunk) => (text += chunk.toString('latin1')));
    // Whoever sends too much is cut off; what was answered before that counts.
    socket.on('error', () => undefined);
    socket.on('close', () => resolve({ status: Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0), text }));
    for (const piece of pieces) socket.write(piece);
  });
}
