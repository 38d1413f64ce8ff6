import { EventEmitter } from 'node:events';

import type { WebSocketLike, WebSocketMaker } from '@jobwire/client';
import type { WebSocket } from 'ws';

/** One connection inside this process, which a test can break. */
export interface MemoryConnection {
  /** The server's end, as ws would give it. */
  readonly ws: WebSocket;
  /** Break it: what is on its way is lost. Silent: nobody is told, as when a cable is pulled. */
  cut(silent: boolean): void;
  /** The client takes nothing until `flow`. */
  stall(): void;
  flow(): void;
}

/** What carries frames between clients and a server in this process. */
export interface MemoryWireOptions {
  /** Time that the next frame takes, in milliseconds. */
  latencyMs: () => number;
  /** A client has come; false refuses it. */
  accept(connection: MemoryConnection): boolean;
}

/** Bytes that wait for a reader that takes nothing: more than the outlet lets progress wait behind. */
const stalledBytes = 300 * 1024;

/** Make the maker of the clients' ends. Frames arrive in order and late; time is that of the timers. */
export function createMemoryWire(options: MemoryWireOptions): WebSocketMaker {
  return isMaker(function MemorySocket() {
    return connect(options);
  });
}

function connect({ latencyMs, accept }: MemoryWireOptions): WebSocketLike {
  const down = createPipe(latencyMs);
  const up = createPipe(latencyMs);
  const client = new EventEmitter();
  const server = createServerEnd(down);
  // Both ends hear of the end once, each in its own time.
  let clientClosed = false;
  const closeClient = (code: number): void => {
    if (clientClosed) return;
    clientClosed = true;
    client.emit('close', { code, reason: '' });
  };
  server.onFrame = (text) => client.emit('message', { data: text });
  server.onPing = (payload) => up.send(() => void server.ws.emit('pong', Buffer.from(payload)));
  server.onClose = (code) => {
    closeClient(code);
    up.send(() => server.end(code));
  };
  const connection: MemoryConnection = {
    ws: server.ws,
    cut(silent) {
      down.stop();
      up.stop();
      if (silent) return;
      setTimeout(() => closeClient(1006), latencyMs());
      setTimeout(() => server.end(1006), latencyMs());
    },
    stall: () => down.stall(),
    flow: () => down.flow(),
  };
  setTimeout(() => {
    if (accept(connection)) client.emit('open');
    else closeClient(1006);
  }, latencyMs());
  return {
    send: (text) => up.send(() => void server.ws.emit('message', Buffer.from(text), false)),
    close(code = 1000) {
      up.send(() => server.end(code));
      setTimeout(() => closeClient(code), latencyMs());
    },
    addEventListener: client.on.bind(client),
  };
}

/** The part of ws that the door uses. */
function createServerEnd(down: Pipe) {
  const events = new EventEmitter();
  const end = {
    onFrame: (_text: string): void => undefined,
    onPing: (_payload: string): void => undefined,
    onClose: (_code: number): void => undefined,
    end(code: number): void {
      if (socket.readyState === socket.CLOSED) return;
      socket.readyState = socket.CLOSED;
      events.emit('close', code);
    },
  };
  const socket = Object.assign(events, {
    OPEN: 1,
    CLOSING: 2,
    CLOSED: 3,
    readyState: 1,
    send(frame: Buffer, _options: unknown, sent: (error?: Error) => void) {
      if (socket.readyState !== socket.OPEN) return void setTimeout(() => sent(new Error('The socket is not open')));
      down.send(() => {
        end.onFrame(frame.toString());
        sent();
      }, frame.length);
    },
    ping: (payload = '') => down.send(() => end.onPing(payload)),
    close(code: number) {
      if (socket.readyState !== socket.OPEN) return;
      socket.readyState = socket.CLOSING;
      down.send(() => end.onClose(code));
      // As `closeTimeout` of ws does for a peer that does not answer.
      setTimeout(() => end.end(1006), 5_000);
    },
    terminate: () => end.end(1006),
  });
  Object.defineProperty(socket, 'bufferedAmount', { get: () => down.waiting });
  if (!isServerSocket(socket)) throw new Error('It has all that is used of it');
  return Object.assign(end, { ws: socket });
}

interface Pipe {
  /** Deliver later, after what was sent before. */
  send(deliver: () => void, bytes?: number): void;
  /** What is on its way does not arrive. */
  stop(): void;
  stall(): void;
  flow(): void;
  /** Bytes that have not arrived. */
  readonly waiting: number;
}

function createPipe(latencyMs: () => number): Pipe {
  let queue: { deliver: () => void; bytes: number }[] = [];
  let open = true;
  let stalled = false;
  let waiting = 0;
  let lastAt = 0;
  const arrive = (): void => {
    if (!open || stalled) return;
    const next = queue.shift();
    if (!next) return;
    waiting -= next.bytes;
    next.deliver();
  };
  return {
    get waiting() {
      return stalled ? waiting + stalledBytes : waiting;
    },
    send(deliver, bytes = 0) {
      if (!open) return;
      queue.push({ deliver, bytes });
      waiting += bytes;
      lastAt = Math.max(lastAt, Date.now() + latencyMs());
      setTimeout(arrive, lastAt - Date.now());
    },
    stop() {
      open = false;
      queue = [];
    },
    stall: () => void (stalled = true),
    flow() {
      stalled = false;
      while (open && queue.length > 0 && !stalled) arrive();
    },
  };
}

/** Standing in for a class and an object of a library takes a promise that the compiler cannot check. */
function isMaker(value: unknown): WebSocketMaker {
  if (isConstructor(value)) return value;
  throw new Error('A maker is a function');
}
function isConstructor(value: unknown): value is WebSocketMaker {
  return typeof value === 'function';
}
function isServerSocket(value: unknown): value is WebSocket {
  return value instanceof EventEmitter;
}
