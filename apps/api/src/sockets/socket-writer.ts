import { createOutlet, createStallWatch, type Outlet, overflowAtBytes, type Push, type Reply } from '@jobwire/realtime';
import type { WebSocket } from 'ws';

import { encode, type EventFrames } from './frames.ts';

/** The way out of one socket. */
export interface SocketWriter {
  /** Send a reply or a push that is not an event. */
  send(frame: Push | Reply): void;
  /** Send a frame that is the same for every socket. */
  sendEncoded(frame: Buffer): void;
  readonly outlet: Outlet;
  /** The socket has closed. */
  stop(): void;
}

/** What a writer works with. */
export interface SocketWriterOptions {
  ws: WebSocket;
  frames: EventFrames;
  /** Time in which a slow reader must take something, in milliseconds. */
  stalledMs: number;
  /** Called when the network has taken something. */
  sent: () => void;
  /** The peer leaves more unread than the outlet allows, or takes nothing any more. */
  tooSlow: () => void;
}

/** Write to a socket. */
export function createSocketWriter({ ws, frames, stalledMs, sent, tooSlow }: SocketWriterOptions): SocketWriter {
  const buffered = (): number => ws.bufferedAmount;
  const stall = createStallWatch({ buffered, stalled: tooSlow, afterMs: stalledMs });
  const write = (frame: Buffer): void => {
    ws.send(frame, { binary: false }, taken);
    stall.wrote();
  };
  const sendEncoded = (frame: Buffer): void => {
    if (buffered() > overflowAtBytes) tooSlow();
    else write(frame);
  };
  const outlet = createOutlet({
    buffered,
    write: (delivery, skipped) => write(frames(delivery, skipped)),
    overflow: tooSlow,
  });
  // An error here is the socket's own, which closes it.
  function taken(error?: Error | null): void {
    if (error) return;
    sent();
    stall.drained();
    outlet.drained();
  }
  return { send: (frame) => sendEncoded(encode(frame)), sendEncoded, outlet, stop: () => stall.stop() };
}
