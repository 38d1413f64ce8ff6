import {
  afterClose,
  type ClientFrame,
  type Push,
  push,
  type Reply,
  reply,
  subprotocol,
  subscribed,
  welcome,
} from '@jobwire/protocol';

import { backoffMs } from './backoff.ts';
import { createPace } from './pace.ts';
import { JobwireError } from './problem.ts';
import type { WatchedChannel } from './watched-channel.ts';
import { findWebSocket, type WebSocketLike, type WebSocketMaker } from './web-socket.ts';

/** One socket that is kept open while somebody watches over it. */
export interface Link {
  /** True when one more channel fits and this one is not there yet. */
  accepts(channel: string): boolean;
  add(watched: WatchedChannel): void;
  remove(watched: WatchedChannel): void;
}

/** What a link connects with. */
export interface LinkOptions {
  /** Address of the server's `/ws`. */
  url: string;
  token: string | undefined;
  name: string;
  WebSocket: WebSocketMaker | undefined;
}

/** Channels that the server allows on one socket. */
const channelsPerSocket = 64;
/** What the server may be late with its heartbeat, in milliseconds, beside the 10 % by which it varies. */
const heartbeatGraceMs = 10_000;

type Operation = ClientFrame extends infer Frame ? (Frame extends { id: number } ? Omit<Frame, 'id'> : never) : never;

/** Make a link; it connects when the first channel is added and closes when the last is removed. */
export function createLink(options: LinkOptions): Link {
  const channels = new Map<string, WatchedChannel>();
  const answers = new Map<number, (answer: Reply) => void>();
  const pace = createPace();
  let socket: WebSocketLike | undefined;
  let greeted = false;
  let failures = 0;
  let nextId = 1;
  let comeBackMs = 0;
  let heartbeatMs = 25_000;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let silence: ReturnType<typeof setTimeout> | undefined;

  const ask = (operation: Operation, answered: (answer: Reply) => void): void => {
    const id = nextId++;
    answers.set(id, answered);
    socket?.send(JSON.stringify({ id, ...operation }));
  };

  const later = (ms: number, run: () => void): void => {
    clearTimeout(timer);
    timer = setTimeout(run, ms);
  };

  const subscribe = (watched: WatchedChannel): void => {
    watched.suspended();
    const { channel: ch, ticket } = watched;
    pace.run(() => {
      if (channels.get(ch) !== watched || !greeted) return;
      const since = watched.since();
      ask(
        { op: 'sub', ch, ...(ticket === undefined ? {} : { ticket }), ...(since === undefined ? {} : { since }) },
        (answer) => {
          if (channels.get(ch) !== watched) return;
          if (!answer.error) return watched.opened(subscribed.parse(answer.ok));
          if (!answer.error.retryable) return watched.fail(new JobwireError(answer.error));
          retryLater(watched, answer.error.retryAfterMs);
        },
      );
    });
  };
  const retry = (watched: WatchedChannel): void => {
    if (greeted && channels.get(watched.channel) === watched) subscribe(watched);
  };
  /** On this socket only: another one subscribes to everything by itself. */
  const retryLater = (watched: WatchedChannel, ms = backoffMs(1)): void => {
    const asked = socket;
    setTimeout(() => asked === socket && retry(watched), ms);
  };

  /** What is missing comes again: the server replays from the last known position. */
  const fillGap = (watched: WatchedChannel): void => {
    watched.suspended();
    pace.run(() => {
      if (greeted) ask({ op: 'unsub', ch: watched.channel }, () => retry(watched));
    });
  };

  const heard = (from: WebSocketLike): void => {
    clearTimeout(silence);
    silence = setTimeout(
      () => {
        from.close();
        lost(from, 4201);
      },
      heartbeatMs * 1.1 + heartbeatGraceMs,
    );
  };

  const receivePush = (pushed: Push): void => {
    if (pushed.t === 'hb' || pushed.t === 'presence') return;
    if (pushed.t === 'goaway') return void (comeBackMs = pushed.reconnectInMs);
    const watched = channels.get(pushed.ch);
    if (!watched) return;
    if (pushed.t === 'snapshot') watched.opened(pushed);
    else if (pushed.t === 'event') {
      if (watched.event(pushed) === 'gap') fillGap(watched);
    } else if (pushed.retryable) retryLater(watched);
    else watched.fail(new JobwireError({ code: pushed.code, title: 'The server ended the subscription' }));
  };

  const receive = (text: string): void => {
    const value: unknown = JSON.parse(text);
    const pushed = push.safeParse(value);
    if (pushed.success) return receivePush(pushed.data);
    const replied = reply.safeParse(value);
    // What a newer server says and this client does not know is not for it.
    if (!replied.success || replied.data.id === null) return;
    const answered = answers.get(replied.data.id);
    answers.delete(replied.data.id);
    answered?.(replied.data);
  };

  /** The border of the socket: a frame that cannot be used ends the watching, it does not vanish. */
  const hear = (from: WebSocketLike, text: string): void => {
    if (from !== socket) return;
    heard(from);
    try {
      receive(text);
    } catch (error) {
      failAll(error);
    }
  };

  const greet = (): void => {
    const { token, name } = options;
    ask({ op: 'hello', name, ...(token === undefined ? {} : { token }) }, (answer) => {
      // The server closes the socket with a code that says what to do.
      if (answer.error) {
        if (!answer.error.retryable) failAll(new JobwireError(answer.error));
        return;
      }
      ({ heartbeatMs } = welcome.parse(answer.ok));
      greeted = true;
      failures = 0;
      for (const watched of channels.values()) subscribe(watched);
    });
  };

  const failAll = (error: unknown): void => {
    for (const watched of [...channels.values()]) watched.fail(error);
  };

  const lost = (from: WebSocketLike, code: number): void => {
    if (from !== socket) return;
    reset();
    for (const watched of channels.values()) watched.suspended();
    const then = afterClose(code);
    const wait = then === 'reconnect' && failures === 0 ? comeBackMs : backoffMs(failures);
    comeBackMs = 0;
    failures += 1;
    if (then === 'stop')
      failAll(new JobwireError({ code: 'SOCKET_CLOSED', title: `The server closed the socket with ${code}` }));
    if (channels.size > 0) later(wait, start);
  };

  const reset = (): void => {
    socket = undefined;
    greeted = false;
    answers.clear();
    pace.clear();
    clearTimeout(silence);
    clearTimeout(timer);
    timer = undefined;
  };

  const connect = async (): Promise<void> => {
    const Maker = await findWebSocket(options.WebSocket);
    if (socket || channels.size === 0) return;
    const opening = new Maker(options.url, subprotocol);
    socket = opening;
    opening.addEventListener('open', () => opening === socket && greet());
    opening.addEventListener('message', ({ data }) => hear(opening, String(data)));
    opening.addEventListener('close', ({ code }) => lost(opening, code));
    // A close always follows, and says more.
    opening.addEventListener('error', () => undefined);
    heard(opening);
  };

  function start(): void {
    // Without a way to make sockets nobody here will ever hear anything.
    connect().catch(failAll);
  }

  return {
    accepts: (channel) => channels.size < channelsPerSocket && !channels.has(channel),
    add(watched) {
      channels.set(watched.channel, watched);
      if (greeted) subscribe(watched);
      else if (!socket && timer === undefined) start();
    },
    remove(watched) {
      if (channels.get(watched.channel) !== watched) return;
      channels.delete(watched.channel);
      if (channels.size > 0) {
        if (greeted) pace.run(() => greeted && ask({ op: 'unsub', ch: watched.channel }, () => undefined));
        return;
      }
      const closing = socket;
      reset();
      closing?.close(1000, 'done');
    },
  };
}
