import { type ChannelName, createOutlet, type Hub, type Opening, type Position } from '@jobwire/realtime';
import { appError, type Emit } from '@jobwire/runtime';
import type { Response } from 'express';

import { eventText, heartbeatText, snapshotText, streamStart } from './sse-text.ts';

/** Serves channels as server-sent events (WHATWG HTML §9.2), over the same hub as the sockets. */
export interface EventStreams {
  /**
   * Stream a channel from a position. The answer is 204 when the channel has ended and the reader has everything, so
   * that an EventSource does not come back.
   *
   * @throws AppError NOT_FOUND when there is no such channel
   */
  serve(channel: ChannelName, since: Position, response: Response): Promise<void>;
}

/** What streams work with. */
export interface EventStreamsOptions {
  hub: Hub;
  emit: Emit;
  /** Time between comments, in milliseconds. */
  heartbeatMs?: number;
}

/** Make the streams of a process. They end when the hub closes. */
export function createEventStreams({ hub, emit, heartbeatMs = 15_000 }: EventStreamsOptions): EventStreams {
  return {
    async serve(channel, since, response) {
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
      const leave = (): void => {
        clearInterval(heartbeat);
        attachment.close();
      };
      response.on('close', leave);
      // The reader may have gone while it was checked what it may see.
      if (response.destroyed) leave();
      if ((await attachment.joined) === 'unknown') throw appError('NOT_FOUND');
    },
  };
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
