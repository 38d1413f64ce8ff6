import type { ChannelName, Hub, Position } from '@jobwire/realtime';
import { appError, type Clock, type Emit, uuidv7 } from '@jobwire/runtime';
import type { Request, Response } from 'express';

import { type Caller, type Gatekeeper, tokenEndOf } from '../auth/caller.ts';
import type { CredentialWatch } from '../auth/credential-watch.ts';
import { type ChannelKinds, kindOf } from '../channels/channel-kind.ts';
import type { PermissionWatch } from '../channels/permission-watch.ts';
import { type AddressOf, createAddressOf, holderOf, trustOf } from '../http/client-address.ts';
import { createHolders } from '../sockets/holders.ts';
import { type SocketConfig, socketLimits } from '../sockets/socket-limits.ts';
import { startChannelStream, type StreamPlace } from './channel-stream.ts';
import { heartbeatText } from './sse-text.ts';

/** Serves channels as server-sent events (WHATWG HTML §9.2), over the same hub as the sockets. */
export interface EventStreams {
  /**
   * Stream a channel from a position. The answer is 204 when the channel has ended and the reader has everything, so
   * that an EventSource does not come back.
   *
   * @throws AppError NOT_FOUND when there is no such channel, TOO_MANY_SOCKETS when the address holds enough streams
   */
  serve(channel: ChannelName, since: Position | undefined, request: Request, response: Response): Promise<void>;
  /**
   * The same for several channels: messages name their channel, and an id holds the places of all.
   *
   * @throws AppError UNKNOWN_CHANNEL when there is nothing for this reader in any of them, TOO_MANY_SOCKETS
   */
  serveAll(channels: readonly StreamPlace[], caller: Caller, request: Request, response: Response): Promise<void>;
  /** Streams that are open now. */
  readonly open: number;
}

/** What streams work with. */
export interface EventStreamsOptions {
  hub: Hub;
  kinds: ChannelKinds;
  gatekeeper: Pick<Gatekeeper, 'callerOf' | 'ticketOf'>;
  /** A stream ends with the session or key that opened it. */
  credentials: Pick<CredentialWatch, 'watch'>;
  /** A channel of a stream ends with the permission to watch it. */
  permissions: Pick<PermissionWatch, 'watch'>;
  /** Whose streams are counted together; the connection's other end unless a proxy is trusted. */
  addressOf?: AddressOf;
  /** An address may hold as many streams as sockets. */
  config: SocketConfig;
  emit: Emit;
  clock: Clock;
  /** Time between comments, in milliseconds. A stream outlives its token by no more. */
  heartbeatMs?: number;
}

/** Make the streams of a process. They end when the hub closes. */
export function createEventStreams(options: EventStreamsOptions): EventStreams {
  const { hub, kinds, gatekeeper, credentials, permissions, config, emit, clock, heartbeatMs = 15_000 } = options;
  const { addressOf = createAddressOf(trustOf([])) } = options;
  const holders = createHolders(socketLimits(config).perAddress);
  let open = 0;

  const run = async (
    channels: readonly StreamPlace[],
    { caller, named }: { caller: Caller; named: boolean },
    request: Request,
    response: Response,
  ): Promise<void> => {
    const holder = holderOf(addressOf(request));
    if (!holders.take(holder)) throw appError('TOO_MANY_SOCKETS', { retryAfterSeconds: 10 });
    const visitor = { caller, connId: uuidv7() };
    const overflowed = (): void => emit('stream.overflowed', { channels: channels.map(({ name }) => name.name) });
    const { epoch } = hub;
    const stream = startChannelStream({ hub, permissions, epoch, channels, named, visitor, response, overflowed });
    const end = (): void => {
      stream.close();
      if (response.headersSent) response.end();
      else response.destroy();
    };
    const heartbeat = setInterval(() => {
      if (!response.headersSent || response.writableEnded || response.destroyed) return;
      if ((tokenEndOf(caller) ?? Infinity) <= clock.now()) end();
      else response.write(heartbeatText);
    }, heartbeatMs).unref();
    const unwatch = credentials.watch(caller, end);
    open += 1;
    let left = false;
    const leave = (): void => {
      if (left) return;
      left = true;
      open -= 1;
      clearInterval(heartbeat);
      unwatch();
      stream.close();
      holders.release(holder);
    };
    response.on('close', leave);
    // The reader may have gone while it was checked what it may see.
    if (response.destroyed) leave();
    try {
      await stream.begun;
    } catch (error) {
      stream.close();
      throw error;
    }
  };

  return {
    get open() {
      return open;
    },
    async serve(name, since, request, response) {
      const kind = kindOf(kinds, name.kind);
      if (!kind) throw appError('NOT_FOUND');
      const ticket = await gatekeeper.ticketOf(request);
      // A ticket's holder stays a stranger, whatever else they sent.
      const caller: Caller = ticket ? { kind: 'anonymous' } : await gatekeeper.callerOf(request);
      await run([{ name, kind, since, until: ticket?.until }], { caller, named: false }, request, response);
    },
    serveAll: (channels, caller, request, response) => run(channels, { caller, named: true }, request, response),
  };
}
