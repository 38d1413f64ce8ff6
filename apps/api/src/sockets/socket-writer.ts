import { createOutlet, type Outlet, overflowAtBytes, type Push, type Reply } from '@jobwire/realtime';
import type { WebSocket } from 'ws';

import { encode, type EventFrames } from './frames.ts';

/** The way out of one socket. */
export interface SocketWriter {
  /** Send a reply or a push that is not an event. */
  send(frame: Push | Reply): void;
  /** Send a frame that is the same for every socket. */
  sendEncoded(frame: Buffer): void;
  readonly outlet: Outlet;
}

/**
 * Write to a socket.
 *
 * @param tooSlow called when the peer leaves more unread than the outlet allows
 */
export function createSocketWriter(ws: WebSocket, frames: EventFrames, tooSlow: () => void): SocketWriter {
  const write = (frame: Buffer): void => ws.send(frame, { binary: false }, sent);
  const sendEncoded = (frame: Buffer): void => {
    if (ws.bufferedAmount > overflowAtBytes) tooSlow();
    else write(frame);
  };
  const outlet = createOutlet({
    buffered: () => ws.bufferedAmount,
    write: (delivery, skipped) => write(frames(delivery, skipped)),
    overflow: tooSlow,
  });
  // An error here is the socket's own, which closes it.
  function sent(error?: Error | null): void {
    if (!error) outlet.drained();
  }
  return { send: (frame) => sendEncoded(encode(frame)), sendEncoded, outlet };
}
