import { afterClose, closeCodes, type Push, welcome, type WireProblem } from '@jobwire/protocol';

import type { Tokens } from '../http/tokens.ts';
import { ConnectionLost, JobwireError } from '../problem.ts';
import { backoffMs } from './backoff.ts';
import type { Carrier } from './carrier.ts';
import { type ChannelMap, failAll, suspendAll } from './channel-map.ts';
import type { ConnectionState } from './connection-state.ts';
import type { FrameTap } from './frame-tap.ts';
import { type Operation, openSession, type SocketSession } from './socket-session.ts';
import { createSubscriber, type Subscriber } from './subscriber.ts';
import { findWebSocket, type WebSocketMaker } from './web-socket.ts';

/** What sockets are opened with. */
export interface SocketCarrierOptions {
  /** Address of the server's `/ws`. */
  url: string;
  tokens: Tokens;
  /** What the client calls itself. */
  name: string;
  WebSocket: WebSocketMaker | undefined;
  channels: ChannelMap;
  tap: FrameTap | undefined;
  changed(state: ConnectionState): void;
  /** The server has greeted; the channels are subscribed next. */
  greeted(): void;
  /** So many sockets in a row ended before the server had said anything. Answers whether to go on trying. */
  unreachable(times: number): boolean;
}

/** Carries channels over a socket that is opened again whenever it is lost. */
export interface SocketCarrier extends Carrier {
  /**
   * Ask for something beside subscriptions.
   *
   * @throws JobwireError for an error answer, ConnectionLost when there is no socket or it ends before the answer
   */
  request(operation: Operation): Promise<Record<string, unknown>>;
}

/** Make the carrier. */
export function createSocketCarrier(options: SocketCarrierOptions): SocketCarrier {
  const { channels, tokens, changed } = options;
  let running = false;
  let session: SocketSession | undefined;
  let subscriber: Subscriber | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let unreached = 0;
  let comeBackMs = 0;
  /** The token of the last greeting, and whether another one was asked for because it was refused. */
  let token: string | undefined;
  let renewed = false;

  const drop = (): void => {
    subscriber?.stop();
    session = undefined;
    subscriber = undefined;
    suspendAll(channels);
  };

  const comeBack = (wait: number): void => {
    if (!running) return;
    changed({ state: 'waiting', transport: 'websocket', until: Date.now() + wait, failures });
    clearTimeout(timer);
    timer = setTimeout(connect, wait);
  };

  const backOff = (): void => {
    const wait = backoffMs(failures);
    failures += 1;
    comeBack(wait);
  };

  /** The token is no longer good: come back with another, or give up where there is none. */
  const renew = (problem: Partial<WireProblem>): void => {
    if (renewed) return failAll(channels, new JobwireError(problem));
    renewed = true;
    changed({ state: 'connecting', transport: 'websocket' });
    tokens.renew(token).then(
      (isOther) => (isOther ? comeBack(0) : failAll(channels, new JobwireError(problem))),
      () => backOff(),
    );
  };

  const closed = (code: number): void => {
    const wasReached = subscriber !== undefined || (code >= 4000 && code !== closeCodes.silent);
    const wait = comeBackMs;
    comeBackMs = 0;
    drop();
    if (!running) return;
    unreached = wasReached ? 0 : unreached + 1;
    const title = `The server closed the socket with ${code}`;
    if (code === closeCodes.unauthenticated) return renew({ code: 'UNAUTHENTICATED', status: 401, title });
    if (code === closeCodes.tokenExpired) return renew({ code: 'TOKEN_EXPIRED', status: 401, title });
    const then = afterClose(code);
    if (then === 'stop') return failAll(channels, new JobwireError({ code: 'SOCKET_CLOSED', title }));
    if (unreached > 0 && !options.unreachable(unreached)) return;
    if (then !== 'reconnect' || failures > 0) return backOff();
    failures += 1;
    comeBack(wait);
  };

  const refused = (by: SocketSession, error: WireProblem): void => {
    // The server closes the socket with a code that says what to do.
    if (error.retryable) return;
    by.end();
    drop();
    if (error.code === 'UNAUTHENTICATED') renew(error);
    else failAll(channels, new JobwireError(error));
  };

  const greeted = (by: SocketSession, ok: Record<string, unknown>): void => {
    by.heartbeatEvery(welcome.parse(ok).heartbeatMs);
    subscriber = createSubscriber(by, channels);
    failures = 0;
    unreached = 0;
    renewed = false;
    options.greeted();
    changed({ state: 'live', transport: 'websocket' });
    for (const watched of channels.values()) subscriber.subscribe(watched);
  };

  const greet = async (by: SocketSession): Promise<void> => {
    token = await tokens.current();
    if (by !== session) return;
    by.ask({ op: 'hello', name: options.name, ...(token === undefined ? {} : { token }) }, (answer) => {
      if ('lost' in answer || by !== session) return;
      if ('error' in answer) refused(by, answer.error);
      else greeted(by, answer.ok);
    });
  };

  /** The token ends soon: go on with a newer one. If that fails, the close that follows says what to do. */
  const refresh = async (by: SocketSession): Promise<void> => {
    if (!(await tokens.renew(token))) return;
    const newer = await tokens.current();
    if (newer === undefined) return;
    token = newer;
    by.ask({ op: 'refresh', token: newer }, () => undefined);
  };

  const pushed = (by: SocketSession, push: Push): void => {
    if (push.t === 'hb') {
      if (push.expiresInMs !== undefined) refresh(by).catch(() => undefined);
    } else if (push.t === 'goaway') comeBackMs = push.reconnectInMs;
    else subscriber?.pushed(push);
  };

  const open = async (): Promise<void> => {
    const Maker = await findWebSocket(options.WebSocket);
    if (!running || session) return;
    changed({ state: 'connecting', transport: 'websocket' });
    const opening: SocketSession = openSession(Maker, options.url, {
      opened() {
        greet(opening).catch((error: unknown) => {
          opening.end();
          if (opening !== session) return;
          if (error instanceof JobwireError && !error.retryable) return failAll(channels, error);
          // Whoever gives the token may be away for a while.
          closed(closeCodes.overloaded);
        });
      },
      pushed: (push) => pushed(opening, push),
      closed(code) {
        if (opening === session) closed(code);
      },
      failed: (error) => failAll(channels, error),
      tap: options.tap,
    });
    session = opening;
  };

  function connect(): void {
    timer = undefined;
    // Without a way to make sockets nobody here will ever hear anything.
    open().catch((error: unknown) => failAll(channels, error));
  }

  return {
    start() {
      if (running) return;
      running = true;
      connect();
    },
    stop() {
      running = false;
      clearTimeout(timer);
      const ending = session;
      drop();
      failures = 0;
      unreached = 0;
      ending?.end(1000, 'done');
    },
    added: (watched) => subscriber?.subscribe(watched),
    removed: (watched) => subscriber?.unsubscribe(watched.channel),
    request(operation) {
      const asked = subscriber;
      return new Promise((resolve, reject) => {
        if (!asked) return reject(new ConnectionLost());
        asked.ask(operation, (answer) => {
          if ('ok' in answer) resolve(answer.ok);
          else reject('error' in answer ? new JobwireError(answer.error) : new ConnectionLost());
        });
      });
    },
  };
}
