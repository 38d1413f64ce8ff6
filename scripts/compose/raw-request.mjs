import { connect } from 'node:tls';

/**
 * Send bytes over TLS as they are, and read what comes back until the other side closes.
 *
 * @param {import('./stack.mjs').Stack} stack
 * @param {string} text
 * @returns {Promise<string>} empty when it closed without an answer
 */
export function rawRequest({ ports }, text) {
  return new Promise((resolve, reject) => {
    const socket = connect({
      host: '127.0.0.1',
      port: ports.https,
      servername: 'localhost',
      ALPNProtocols: ['http/1.1'],
    });
    let answer = '';
    socket.setEncoding('utf8').setTimeout(30_000, () => socket.destroy());
    socket.on('data', (data) => (answer += data));
    socket.on('error', (error) => (answer || error.code === 'ECONNRESET' ? resolve(answer) : reject(error)));
    socket.on('close', () => resolve(answer));
    socket.write(text);
  });
}

/** The status of the first answer in it, and how many answers there are. */
export function statuses(answer) {
  return [...answer.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status));
}
