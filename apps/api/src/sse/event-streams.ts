import { type ChannelName, createOutlet, type Hub, type Opening, type Position } from '@jobwire/realtime';
import { appError, type Emit } from '@jobwire/runtime';
import type { Request, Response } from 'express';

import type { Caller, Gatekeeper } from '../auth/caller.ts';
import type { CredentialWatch } from '../auth/credential-watch.ts';
import { type AddressOf, createAddressOf, holderOf, trustOf } from '../http/client-address.ts';
import { createHolders } from '../sockets/holders.ts';
import { type SocketConfig, socketLimits } from '../sockets/socket-limits.ts';
import { eventText, heartbeatText, snapshotText, streamStart } from './sse-text.ts';

/** Serves channels as server-sent events (WHATWG HTML §9.2), over the same hub as the sockets. */
export interface EventStreams {
  /**
   * Stream a channel from a position. The answer is 204 when the channel has ended and the reader has everything, so
   * that an EventSource does not come back.
   *
   * @throws AppError NOT_FOUND when there is no such channel, TOO_MANY_SOCKETS when the address holds enough streams
   */
  serve(channel: ChannelName, since: Position, request: Request, response: Response): Promise<void>;
  /** Streams that are open now. */
  readonly open: number;
}

/** What streams work with. */
export interface EventStreamsOptions {
  hub: Hub;
  gatekeeper: Pick<Gatekeeper, 'callerOf' | 'ticketOf'>;
  /** A stream ends with the session or key that opened it. */
  credentials: Pick<CredentialWatch, 'watch'>;
  /** Whose streams are counted together; the connection's other end unless a proxy is trusted. */
  addressOf?: AddressOf;
  /** An address may hold as many streams as sockets. */
  config: SocketConfig;
  emit: Emit;
  /** Time between comments, in milliseconds. */
  heartbeatMs?: number;
}

/** Make the streams of a process. They end when the hub closes. */
export function createEventStreams(options: EventStreamsOptions): EventStreams {
  const { hub, gatekeeper, credentials, config, emit, heartbeatMs = 15_000 } = options;
  const { addressOf = createAddressOf(trustOf([])) } = options;
  const holders = createHolders(socketLimits(config).perAddress);
  let open = 0;
  return {
    get open() {
      return open;
    },
    async serve(channel, since, request, response) {
      const reader = await readerOf(request, gatekeeper);
      const holder = holderOf(addressOf(request));
      if (!holders.take(holder)) throw appError('TOO_MANY_SOCKETS', { retryAfterSeconds: 10 });
      const outlet = createOutlet({
        buffered: () => response.writableLength,
        write: (delivery, skipped) => void response.write(eventText(delivery, skipped)),
        // A cut stream makes the reader come back with its position.
        overflow: () => {
          emit('stream.overflowed', { channel: channel.name });
          attachment.close();
          response.destroy();
        },
      });
      const attachment = hub.attach(channel, since, {
        opened: (opening) => begin(response, opening),
        event: (delivery) => outlet.deliver(delivery),
        snapshot(opening) {
          outlet.forget(channel.name);
          response.write(snapshotText(opening));
        },
        ended: () => void response.end(),
      });
      response.on('drain', () => outlet.drained());
      const heartbeat = setInterval(() => {
        if (response.headersSent && !response.writableEnded && !response.destroyed) response.write(heartbeatText);
      }, heartbeatMs).unref();
      const unwatch = credentials.watch(reader, () => {
        attachment.close();
        if (response.headersSent) response.end();
        else response.destroy();
      });
      open += 1;
      let left = false;
      const leave = (): void => {
        if (left) return;
        left = true;
        open -= 1;
        clearInterval(heartbeat);
        unwatch();
        attachment.close();
        holders.release(holder);
      };
      response.on('close', leave);
      // The reader may have gone while it was checked what it may see.
      if (response.destroyed) leave();
      if ((await attachment.joined) === 'unknown') throw appError('NOT_FOUND');
    },
  };
}

/** Who reads: a ticket's holder stays a stranger, whatever else they sent. */
async function readerOf(request: Request, gatekeeper: Pick<Gatekeeper, 'callerOf' | 'ticketOf'>): Promise<Caller> {
  return (await gatekeeper.ticketOf(request)) ? { kind: 'anonymous' } : gatekeeper.callerOf(request);
}

function begin(response: Response, opening: Opening): void {
  if (opening.final && opening.recovered && opening.seq === opening.newest) return void response.status(204).end();
  response.writeHead(200, {
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store',
    'X-Accel-Buffering': 'no',
  });
  response.write(streamStart);
  if (!opening.recovered) response.write(snapshotText(opening));
}
