import { connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

import { createGate, type Gate } from './gate.ts';

/** Towards the server or back to the client. */
export type Direction = 'up' | 'down';

/** A proxy that can do what networks do. */
export interface TcpProxy {
  /** Of 127.0.0.1; the same over `refuse` and `accept`. */
  port: number;
  /** The url of the target, through the proxy. */
  url: string;
  /** How many connections are open now. */
  readonly connections: number;
  /** Reset all connections at once; new ones are served. */
  cut(): void;
  /** Refuse new connections and reset the old ones, as a machine does whose server is down. */
  refuse(): Promise<void>;
  /** Serve again after `refuse`. */
  accept(): Promise<void>;
  /** Delay everything, in each direction. Milliseconds. */
  latency(ms: number): void;
  /** Let nothing through, without an error, until `restore`: a firewall that drops, a frozen server. */
  blackhole(direction?: Direction): void;
  /** Let through again, also what was held back. */
  restore(): void;
  stop(): Promise<void>;
}

interface Toxics {
  latencyMs: number;
  gates: Readonly<Record<Direction, Gate>>;
}

/**
 * Put a proxy before a server.
 *
 * @param targetUrl any url with host and port, e.g. of a database
 */
export async function tcpProxy(targetUrl: string): Promise<TcpProxy> {
  const target = new URL(targetUrl);
  const toxics: Toxics = { latencyMs: 0, gates: { up: createGate(), down: createGate() } };
  const sockets = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true }, (client) => {
    const upstream = connect({ host: target.hostname, port: Number(target.port), allowHalfOpen: true });
    for (const socket of [client, upstream]) track(socket, sockets);
    forward(client, upstream, 'up', toxics);
    forward(upstream, client, 'down', toxics);
  });
  const port = await listen(server, 0);
  const url = new URL(targetUrl);
  url.hostname = '127.0.0.1';
  url.port = String(port);

  const cut = (): void => {
    for (const socket of sockets) socket.resetAndDestroy();
  };
  const refuse = async (): Promise<void> => {
    if (!server.listening) return;
    const closed = new Promise((resolve) => server.close(resolve));
    cut();
    await closed;
  };
  return {
    port,
    url: url.href,
    get connections() {
      return sockets.size / 2;
    },
    cut,
    refuse,
    accept: async () => void (await listen(server, port)),
    latency: (ms) => void (toxics.latencyMs = ms),
    blackhole: (direction) => {
      for (const way of direction ? [direction] : (['up', 'down'] as const)) toxics.gates[way].close();
    },
    restore: () => {
      toxics.gates.up.open();
      toxics.gates.down.open();
    },
    stop: refuse,
  };
}

function track(socket: Socket, sockets: Set<Socket>): void {
  sockets.add(socket);
  socket.on('close', () => sockets.delete(socket));
}

/** Bytes of one direction, in order, each as late as the toxics say. */
function forward(from: Socket, to: Socket, direction: Direction, toxics: Toxics): void {
  let sent = Promise.resolve();
  const later = (send: () => void): void => {
    const due = performance.now() + toxics.latencyMs;
    sent = sent.then(async () => {
      const waitMs = due - performance.now();
      if (waitMs > 0) await sleep(Math.ceil(waitMs));
      await toxics.gates[direction].passage();
      if (!to.destroyed) send();
    });
  };
  from.on('data', (chunk) => later(() => void to.write(chunk)));
  from.on('end', () => later(() => void to.end()));
  // The other side learns of a broken connection by the same means.
  from.on('error', () => to.resetAndDestroy());
  from.on('close', (hadError) => {
    if (hadError) to.resetAndDestroy();
  });
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port');
  return address.port;
}
