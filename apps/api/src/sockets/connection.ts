import { type ClientFrame, closeCodes, type Hub, unsupportedData, wireProblemOf } from '@jobwire/realtime';
import { type AppError, appError, type Clock, type Emit } from '@jobwire/runtime';
import type { RawData, WebSocket } from 'ws';

import type { Gatekeeper } from '../auth/caller.ts';
import type { CredentialWatch } from '../auth/credential-watch.ts';
import type { ChannelKinds } from '../channels/channel-kind.ts';
import type { PermissionWatch } from '../channels/permission-watch.ts';
import { toAppError } from '../http/problem.ts';
import type { BeatIntervals } from './beat-intervals.ts';
import { createFatalErrors } from './fatal-errors.ts';
import { encode, type EventFrames } from './frames.ts';
import { createGreeting } from './greeting.ts';
import { afterReading } from './heartbeat.ts';
import type { Holders } from './holders.ts';
import { startLiveness } from './liveness.ts';
import { createOperations } from './operations.ts';
import { createPings } from './pings.ts';
import { readFrame } from './read-frame.ts';
import type { SocketLimits } from './socket-limits.ts';
import { createSocketWriter } from './socket-writer.ts';
import { createSubscriptions } from './subscriptions.ts';
import { createStrikes, createTokenBucket } from './token-bucket.ts';

/** One open socket, for the door. */
export interface Connection {
  /** Tell the client that this process stops, and after how long to come back. */
  goAway(reconnectInMs: number): void;
  close(code: number, reason: string): void;
  terminate(): void;
}

/** What a connection works with. */
export interface ConnectionOptions {
  ws: WebSocket;
  connId: string;
  hub: Hub;
  kinds: ChannelKinds;
  gatekeeper: Gatekeeper;
  credentials: Pick<CredentialWatch, 'watch'>;
  permissions: Pick<PermissionWatch, 'watch'>;
  users: Holders;
  /** Whose address the peer has, for those who are counted or remembered. */
  address: string;
  beats: BeatIntervals;
  limits: SocketLimits;
  frames: EventFrames;
  emit: Emit;
  clock: Clock;
  onClosed: () => void;
}

/** Frames of one socket that nobody could understand before it is closed. */
const badFrameLimit = 5;
/** Operations over the limit within the window before a socket is closed. */
const overLimit = { strikes: 5, windowMs: 10_000 };

/** No close frame came (RFC 6455 §7.4.1). */
const abnormal = 1006;

/** Time for a silent peer to answer the close frame, in milliseconds: it is gone within 40 s of its last word. */
const silentCloseMs = 2_000;

/** From here on a heartbeat says how long the caller's token is still good, in milliseconds: two beats are in time. */
const tokenWarningMs = 60_000;

const heartbeatFrame = encode({ t: 'hb' });

/** Serve one socket until it closes. */
export function serveConnection(options: ConnectionOptions): Connection {
  const { ws, connId, hub, kinds, limits, emit, clock } = options;
  let closedByUs = false;
  const close = (code: number, reason: string): void => {
    closedByUs = true;
    if (ws.readyState === ws.OPEN) ws.close(code, reason);
  };
  const writer = createSocketWriter({
    ws,
    frames: options.frames,
    stalledMs: limits.stalledMs,
    sent: () => liveness.sent(),
    tooSlow() {
      emit('socket.overflowed', { connId });
      close(closeCodes.slowReader, 'slow reader');
    },
  });
  const pings = createPings(ws);
  const subscriptions = createSubscriptions({
    hub,
    kinds,
    permissions: options.permissions,
    writer,
    pings,
    limit: limits.subscriptions,
  });
  const greeting = createGreeting({
    connId,
    gatekeeper: options.gatekeeper,
    credentials: options.credentials,
    users: options.users,
    limits,
    clock,
    greeted: (user) => liveness.greeted(user),
    ended: () => close(closeCodes.unauthenticated, 'session ended'),
  });
  const perform = createOperations({ hub, kinds, greeting, subscriptions });
  const fatal = createFatalErrors(clock);
  const bucket = createTokenBucket(limits.opsPerSecond, limits.opsBurst, clock);
  const isTooMuch = createStrikes(overLimit.strikes, overLimit.windowMs, clock);
  let badFrames = 0;

  const liveness = startLiveness({
    address: options.address,
    beats: options.beats,
    graceMs: limits.graceMs,
    clock,
    beat() {
      if (ws.readyState !== ws.OPEN) return;
      const expiresInMs = greeting.tokenLeftMs() ?? Infinity;
      // Beats come at most 25 s apart, so that nobody outlives their token by more.
      if (expiresInMs <= 0) return close(closeCodes.tokenExpired, 'token expired');
      pings.send();
      if (expiresInMs > tokenWarningMs) writer.sendEncoded(heartbeatFrame);
      else writer.send({ t: 'hb', expiresInMs });
    },
    silent() {
      close(closeCodes.silent, 'silent');
      // Who does not answer a heartbeat will hardly answer this.
      setTimeout(() => ws.terminate(), silentCloseMs).unref();
    },
  });
  const greetedInTime = afterReading(limits.helloMs, () => close(closeCodes.helloMissing, 'hello expected'));

  const fail = (id: number | null, error: AppError, channel?: string): void =>
    writer.send({ id, error: wireProblemOf(error, channel) });

  /** False when the socket asks more often than it may; then it has been told. */
  const admit = (id: number | null): boolean => {
    if (bucket.take()) return true;
    fail(id, appError('TOO_MANY_REQUESTS', { retryAfterSeconds: bucket.wait() }));
    if (isTooMuch()) close(closeCodes.rateLimited, 'too many operations');
    return false;
  };

  /** The border of the socket: the one place where whatever was thrown becomes a frame. */
  const answer = async (frame: ClientFrame): Promise<void> => {
    try {
      if (frame.op === 'hello') greetedInTime();
      const ok = await perform(frame);
      if (ok) writer.send({ id: frame.id, ok });
    } catch (thrown) {
      const error = toAppError(thrown);
      if (error.code === 'INTERNAL') emit('socket.failed', { connId, op: frame.op, error: error.facts.cause });
      fail(frame.id, error, 'ch' in frame ? frame.ch : undefined);
      const closing = fatal(frame.op, error.code);
      if (closing) close(closing.code, closing.reason);
    }
  };

  const receive = (data: RawData, isBinary: boolean): void => {
    liveness.heard();
    // After our close frame the peer may still be sending.
    if (ws.readyState !== ws.OPEN) return;
    if (isBinary) return close(unsupportedData, 'text only');
    const read = readFrame(bytesOf(data));
    if (!admit(read.id)) return;
    if ('frame' in read) return void answer(read.frame);
    fail(read.id, read.error);
    badFrames += 1;
    if (badFrames >= badFrameLimit) close(closeCodes.badFrames, 'too many bad frames');
  };
  const control = (): void => {
    liveness.heard();
    if (ws.readyState === ws.OPEN) admit(null);
  };

  ws.on('message', receive);
  ws.on('ping', control);
  ws.on('pong', (payload) => {
    // What was asked for costs nothing.
    if (pings.answered(payload)) liveness.heard();
    else control();
  });
  // ws closes the socket itself; without a listener the error would end the process.
  ws.on('error', (error) => emit('socket.misbehaved', { connId, error: error.message }));
  ws.on('close', (code) => {
    if (code !== abnormal) liveness.closed('ended');
    else liveness.closed(closedByUs ? 'given up' : 'dropped');
    greetedInTime();
    writer.stop();
    subscriptions.closeAll();
    greeting.leave();
    emit('socket.closed', { connId, code });
    options.onClosed();
  });

  return {
    goAway: (reconnectInMs) => writer.send({ t: 'goaway', reconnectInMs }),
    close,
    terminate: () => ws.terminate(),
  };
}

/** Text frames come as one buffer, unless ws is told otherwise. */
function bytesOf(data: RawData): Buffer {
  if (Array.isArray(data)) return Buffer.concat(data);
  return Buffer.isBuffer(data) ? data : Buffer.from(data);
}
