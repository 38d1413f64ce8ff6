import {
  type Attachment,
  type ChannelName,
  type EndReason,
  type FrameOf,
  type Hub,
  parseChannelName,
  parsePosition,
  type Position,
} from '@jobwire/realtime';
import { appError } from '@jobwire/runtime';

import type { Caller } from '../auth/caller.ts';
import { type ChannelKind, type ChannelKinds, kindOf } from '../channels/channel-kind.ts';
import { subscribedOf } from './frames.ts';
import type { SocketWriter } from './socket-writer.ts';

/** What one socket is subscribed to. */
export interface Subscriptions {
  /**
   * Subscribe; the reply is sent from here, because events may follow it at once.
   *
   * @throws AppError UNKNOWN_CHANNEL (also for what is not the caller's), ALREADY_SUBSCRIBED, TOO_MANY_SUBSCRIPTIONS,
   * INVALID_POSITION
   */
  subscribe(frame: FrameOf<'sub'>, caller: Caller): Promise<void>;
  /** Let go of a channel. Nothing of it is sent afterwards. */
  unsubscribe(channel: string): Promise<void>;
  closeAll(): void;
}

/** What subscriptions work with. */
export interface SubscriptionsOptions {
  hub: Hub;
  kinds: ChannelKinds;
  writer: SocketWriter;
  /** Channels that one socket may hold. */
  limit: number;
}

interface Held {
  joining: Promise<void>;
  attachment: Attachment | undefined;
}

/** Keep the subscriptions of one socket. */
export function createSubscriptions({ hub, kinds, writer, limit }: SubscriptionsOptions): Subscriptions {
  const held = new Map<string, Held>();
  let closed = false;

  const ended = (channel: string, reason: EndReason): void => {
    held.delete(channel);
    if (reason === 'gone') writer.send({ t: 'unsub', ch: channel, code: 'UNKNOWN_CHANNEL', retryable: false });
    if (reason === 'stopped') writer.send({ t: 'unsub', ch: channel, code: 'UNAVAILABLE', retryable: true });
  };

  const attach = (replyId: number, name: ChannelName, since: Position | undefined): Attachment =>
    hub.attach(name, since, {
      opened: (opening) => writer.send({ id: replyId, ok: subscribedOf(opening) }),
      event: (delivery) => writer.outlet.deliver(delivery),
      snapshot: (opening) => {
        writer.outlet.forget(name.name);
        writer.send({ t: 'snapshot', ch: name.name, ...subscribedOf(opening) });
      },
      ended: (reason) => ended(name.name, reason),
    });

  const join = async (entry: Held, frame: FrameOf<'sub'>, caller: Caller, kind: ChannelKind): Promise<void> => {
    const name = parseChannelName(frame.ch);
    const since = sinceOf(frame, hub.epoch);
    if (!(await kind.mayWatch(name.id, caller, frame.ticket))) throw appError('UNKNOWN_CHANNEL');
    if (closed) return;
    entry.attachment = attach(frame.id, name, since);
    if ((await entry.attachment.joined) === 'unknown') throw appError('UNKNOWN_CHANNEL');
  };

  return {
    async subscribe(frame, caller) {
      const kind = kindOf(kinds, parseChannelName(frame.ch).kind);
      if (!kind) throw appError('UNKNOWN_CHANNEL');
      if (held.has(frame.ch)) throw appError('ALREADY_SUBSCRIBED');
      if (held.size >= limit) throw appError('TOO_MANY_SUBSCRIPTIONS', { detail: `At most ${limit} per socket` });
      const entry: Held = { joining: Promise.resolve(), attachment: undefined };
      held.set(frame.ch, entry);
      entry.joining = join(entry, frame, caller, kind);
      try {
        await entry.joining;
      } catch (error) {
        if (held.get(frame.ch) === entry) held.delete(frame.ch);
        throw error;
      }
    },
    async unsubscribe(channel) {
      const entry = held.get(channel);
      if (!entry) return;
      // The reply to `sub` comes first; its failure was told there.
      await entry.joining.catch(() => undefined);
      if (held.get(channel) !== entry) return;
      held.delete(channel);
      entry.attachment?.close();
      writer.outlet.forget(channel);
    },
    closeAll() {
      closed = true;
      for (const { attachment } of held.values()) attachment?.close();
      held.clear();
    },
  };
}

function sinceOf({ since }: FrameOf<'sub'>, epoch: string): Position | undefined {
  if (since === undefined) return undefined;
  const position = parsePosition(since, epoch);
  if (position) return position;
  throw appError('INVALID_POSITION', {
    errors: [{ pointer: '/since', code: 'INVALID_POSITION', message: 'A position is epoch:seq' }],
  });
}
