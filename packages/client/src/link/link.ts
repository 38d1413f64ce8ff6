import type { Caller } from '../http/rest.ts';
import { ConnectionLost } from '../problem.ts';
import type { WatchedChannel } from '../watch/watched-channel.ts';
import type { Carrier } from './carrier.ts';
import type { CarriedBy, ConnectionState } from './connection-state.ts';
import type { FrameTap } from './frame-tap.ts';
import { createSocketCarrier } from './socket-carrier.ts';
import type { Operation } from './socket-session.ts';
import { createStreamCarrier } from './stream-carrier.ts';
import type { WebSocketMaker } from './web-socket.ts';

/** How a client may connect: `auto` uses server-sent events where sockets cannot be opened. */
export type Transport = 'auto' | CarriedBy;

/** One connection that is kept open while somebody watches over it. */
export interface Link {
  /** True when one more channel fits and this one is not there yet. */
  accepts(channel: string): boolean;
  has(watched: WatchedChannel): boolean;
  add(watched: WatchedChannel): void;
  remove(watched: WatchedChannel): void;
  /**
   * Ask for something beside subscriptions.
   *
   * @throws JobwireError for an error answer, ConnectionLost when there is no socket or it ends before the answer
   */
  request(operation: Operation): Promise<Record<string, unknown>>;
  readonly state: ConnectionState;
}

/** What a link connects with. */
export interface LinkOptions {
  caller: Caller;
  /** What the client calls itself. */
  name: string;
  transport: Transport;
  WebSocket: WebSocketMaker | undefined;
  tap: FrameTap | undefined;
  changed(state: ConnectionState): void;
  /** How long server-sent events are used before a socket is tried again, in milliseconds; two minutes unless it is given. */
  streamForMs?: number;
}

/** Channels that the server allows on one socket. */
const channelsPerSocket = 64;
/** Sockets in a row that nothing came of before the other way is tried. */
const patience = 3;

/** Make a link; it connects when the first channel is added and closes when the last is removed. */
export function createLink(options: LinkOptions): Link {
  const { caller, name, transport, WebSocket, tap, changed, streamForMs = 120_000 } = options;
  const channels = new Map<string, WatchedChannel>();
  let state: ConnectionState = { state: 'idle' };
  let carrier: Carrier | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const show = (by: Carrier, next: ConnectionState): void => {
    if (by !== carrier) return;
    state = next;
    changed(next);
  };
  const carryBy = (next: Carrier): void => {
    carrier = next;
    next.start();
  };

  const socket = createSocketCarrier({
    url: `${caller.baseUrl.replace(/^http/, 'ws')}/ws`,
    tokens: caller.tokens,
    name,
    WebSocket,
    channels,
    tap,
    changed: (next) => show(socket, next),
    greeted() {
      if (carrier === socket) return;
      streams.stop();
      carrier = socket;
    },
    unreachable(times) {
      if (carrier === socket) {
        if (transport === 'auto' && times % patience === 0) void tryStreams();
        return true;
      }
      socket.stop();
      trySocketLater();
      return false;
    },
  });
  const streams = createStreamCarrier({
    caller,
    channels,
    tap,
    changed: (next) => show(streams, next),
    unreachable(times) {
      if (transport !== 'auto' || times < patience) return true;
      leaveStreams();
      return false;
    },
  });

  /** Sockets are blocked, rather than the server away, when it answers requests. */
  const tryStreams = async (): Promise<void> => {
    const answers = await answersRequests(caller);
    if (!answers || carrier !== socket || state.state === 'live') return;
    socket.stop();
    carryBy(streams);
    trySocketLater();
  };
  /** The streams go on until a socket has been greeted. */
  const trySocketLater = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => carrier === streams && socket.start(), streamForMs);
  };
  const leaveStreams = (): void => {
    clearTimeout(timer);
    streams.stop();
    carryBy(socket);
  };

  return {
    accepts: (channel) => channels.size < channelsPerSocket && !channels.has(channel),
    has: (watched) => channels.get(watched.channel) === watched,
    add(watched) {
      channels.set(watched.channel, watched);
      if (carrier) carrier.added(watched);
      else carryBy(transport === 'sse' ? streams : socket);
    },
    remove(watched) {
      if (channels.get(watched.channel) !== watched) return;
      channels.delete(watched.channel);
      if (channels.size > 0) return carrier?.removed(watched);
      clearTimeout(timer);
      carrier = undefined;
      socket.stop();
      streams.stop();
      state = { state: 'idle' };
      changed(state);
    },
    request: (operation) => (carrier === socket ? socket.request(operation) : Promise.reject(new ConnectionLost())),
    get state() {
      return state;
    },
  };
}

/** Whether the server can be reached at all; what it says does not matter, also to pages of other origins. */
async function answersRequests({ baseUrl, fetch }: Caller): Promise<boolean> {
  try {
    await fetch(new Request(`${baseUrl}/health`, { mode: 'no-cors', signal: AbortSignal.timeout(10_000) }));
    return true;
  } catch {
    return false;
  }
}
