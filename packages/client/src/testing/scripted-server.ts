import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

import { type WebSocket, WebSocketServer } from 'ws';

/** A frame of a client. */
export type Asked = Record<string, unknown>;

/** What the server does with a frame: answers go to the socket that sent it. */
export type FrameScript = (asked: Asked, say: (...frames: object[]) => void, socket: WebSocket) => void;

/** A server that follows scripts, and writes down what it is asked. */
export interface ScriptedServer {
  url: string;
  /** Frames of all sockets, in order. */
  asked: Asked[];
  /** Requests, as `METHOD path authorization`. */
  requests: string[];
  /** Sockets that were opened. */
  readonly sockets: number;
  onFrame: FrameScript;
  onRequest: (request: IncomingMessage, response: ServerResponse) => void;
  /** Whether sockets are let in. */
  open: boolean;
  stop(): Promise<void>;
}

/** What a greeting is answered with. */
export const welcome = (id: unknown): object => ({
  id,
  ok: {
    connId: 'c',
    user: null,
    heartbeatMs: 25_000,
    limits: { subscriptions: 64, frameBytes: 16_384, opsPerSecond: 20 },
  },
});

/** An event of the channel `job:1`. */
export const event = (seq: number, more: object = {}): object => ({
  t: 'event',
  ch: 'job:1',
  epoch: 'e',
  seq,
  type: 'job.log',
  at: '',
  data: {},
  ...more,
});

/** An error as a socket shows it. */
export const problem = (code: string, status: number, more: object = {}): object => ({
  code,
  type: '',
  title: code,
  status,
  retryable: false,
  ...more,
});

/** Start it. Without a script it welcomes everybody and answers nothing else. */
export async function startScriptedServer(): Promise<ScriptedServer> {
  const http = createServer((request, response) => {
    const { authorization = '-' } = request.headers;
    self.requests.push(`${request.method} ${request.url} ${authorization}`);
    self.onRequest(request, response);
  });
  const sockets = new WebSocketServer({ noServer: true });
  let opened = 0;
  http.on('upgrade', (request, socket, head) => {
    if (!self.open) return socket.destroy();
    sockets.handleUpgrade(request, socket, head, (ws) => {
      opened += 1;
      const say = (...frames: object[]): void => {
        for (const frame of frames) ws.send(JSON.stringify(frame));
      };
      ws.on('message', (data) => {
        const asked: Asked = JSON.parse(Buffer.isBuffer(data) ? data.toString() : '');
        self.asked.push(asked);
        self.onFrame(asked, say, ws);
      });
    });
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const address = http.address();
  const self: ScriptedServer = {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    asked: [],
    requests: [],
    get sockets() {
      return opened;
    },
    onFrame: (asked, say) => {
      if (asked['op'] === 'hello') say(welcome(asked['id']));
    },
    onRequest: (_request, response) => void response.end('{}'),
    open: true,
    async stop() {
      for (const ws of sockets.clients) ws.terminate();
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
  return self;
}
