import type { Delivery, EventPush, Opening, Push, Reply, Subscribed } from '@jobwire/realtime';

/** Encode one frame. A buffer, because a text would be encoded again for each socket. */
export function encode(frame: Push | Reply): Buffer {
  return Buffer.from(JSON.stringify(frame));
}

/** Encodes events, each once for all the sockets that get it. */
export type EventFrames = (delivery: Delivery, skipped: number) => Buffer;

/** Make the encoder of a door. What it keeps disappears with the delivery. */
export function createEventFrames(): EventFrames {
  const encoded = new WeakMap<Delivery, Buffer>();
  return (delivery, skipped) => {
    // What was left out differs from socket to socket.
    if (skipped > 0) return encode(eventPush(delivery, skipped));
    const known = encoded.get(delivery);
    if (known) return known;
    const frame = encode(eventPush(delivery, 0));
    encoded.set(delivery, frame);
    return frame;
  };
}

function eventPush({ channel, epoch, event, final }: Delivery, skipped: number): EventPush {
  const { seq, type, at, data } = event;
  return {
    t: 'event',
    ch: channel,
    epoch,
    seq,
    type,
    at,
    ...(skipped > 0 ? { skipped } : {}),
    ...(final ? { final: true } : {}),
    data,
  };
}

/** The wire's form of how a subscription begins. */
export function subscribedOf({ epoch, seq, recovered, final, newest, snapshot }: Opening): Subscribed {
  return { epoch, seq, recovered, ...(final ? { final: true } : {}), ...(recovered ? { newest } : { snapshot }) };
}
