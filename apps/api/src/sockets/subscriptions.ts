import {
  type Attachment,
  type ChannelName,
  type FrameOf,
  type Hub,
  parseChannelName,
  parsePosition,
  type Position,
} from '@jobwire/realtime';
import { appError } from '@jobwire/runtime';

import { type ChannelKind, type ChannelKinds, endOf, kindOf, type Visitor } from '../channels/channel-kind.ts';
import { type ChannelPlace, type Ending, openChannel } from '../channels/open-channel.ts';
import type { PermissionWatch } from '../channels/permission-watch.ts';
import { subscribedOf } from './frames.ts';
import type { Pings } from './pings.ts';
import type { SocketWriter } from './socket-writer.ts';

/** A channel that a socket watches, and how it came to. */
export interface Watched {
  name: ChannelName;
  kind: ChannelKind;
}

/** What one socket is subscribed to. */
export interface Subscriptions {
  /**
   * Subscribe; the reply is sent from here, because events may follow it at once.
   *
   * @throws AppError UNKNOWN_CHANNEL (also for what is not the visitor's), ALREADY_SUBSCRIBED, TOO_MANY_SUBSCRIPTIONS,
   * INVALID_POSITION
   */
  subscribe(frame: FrameOf<'sub'>, visitor: Visitor): Promise<void>;
  /** Let go of a channel. Nothing of it is sent afterwards. */
  unsubscribe(channel: string): Promise<void>;
  /**
   * A channel that this socket watches, and that the visitor still may, with the ticket of the subscription.
   *
   * @throws AppError UNKNOWN_CHANNEL
   */
  watched(channel: string, visitor: Visitor): Promise<Watched>;
  closeAll(): void;
}

/** What subscriptions work with. */
export interface SubscriptionsOptions {
  hub: Hub;
  kinds: ChannelKinds;
  permissions: Pick<PermissionWatch, 'watch'>;
  writer: SocketWriter;
  pings: Pick<Pings, 'confirm'>;
  /** Channels that one socket may hold. */
  limit: number;
}

interface Held extends Watched {
  ticket: string | undefined;
  joining: Promise<void>;
  attachment: Attachment | undefined;
}

/** What a socket is told of an ending; nothing when the last event has told it. */
const endings = {
  final: undefined,
  gone: { code: 'UNKNOWN_CHANNEL', retryable: false },
  forbidden: { code: 'UNKNOWN_CHANNEL', retryable: false },
  stopped: { code: 'UNAVAILABLE', retryable: true },
} as const satisfies Record<Ending, { code: string; retryable: boolean } | undefined>;

/** Keep the subscriptions of one socket. */
export function createSubscriptions(options: SubscriptionsOptions): Subscriptions {
  const { hub, kinds, writer, limit } = options;
  const held = new Map<string, Held>();
  let closed = false;

  const ended = (channel: string, ending: Ending): void => {
    held.delete(channel);
    writer.outlet.forget(channel);
    const told = endings[ending];
    if (told) writer.send({ t: 'unsub', ch: channel, ...told });
  };

  const attach = (
    replyId: number,
    { name, kind }: Watched,
    from: Pick<ChannelPlace, 'since' | 'until'>,
    visitor: Visitor,
  ): Attachment =>
    openChannel(
      options,
      { name, kind, ...from },
      {
        visitor,
        opened: (opening) => writer.send({ id: replyId, ok: subscribedOf(opening) }),
        event: (delivery) => writer.outlet.deliver(delivery),
        omitted: ({ channel }) => writer.outlet.omit(channel),
        snapshot: (opening) => {
          writer.outlet.forget(name.name);
          writer.send({ t: 'snapshot', ch: name.name, ...subscribedOf(opening) });
        },
        push: (frame) => writer.sendEncoded(frame),
        confirm: options.pings.confirm,
        ended: (ending) => ended(name.name, ending),
      },
    );

  const join = async (entry: Held, frame: FrameOf<'sub'>, visitor: Visitor): Promise<void> => {
    const since = sinceOf(frame, hub.epoch);
    const until = await admit(entry, visitor);
    if (closed) return;
    entry.attachment = attach(frame.id, entry, { since, until }, visitor);
    if ((await entry.attachment.joined) === 'unknown') throw appError('UNKNOWN_CHANNEL');
  };

  return {
    async subscribe(frame, visitor) {
      const name = parseChannelName(frame.ch);
      const kind = kindOf(kinds, name.kind);
      if (!kind) throw appError('UNKNOWN_CHANNEL');
      if (held.has(frame.ch)) throw appError('ALREADY_SUBSCRIBED');
      if (held.size >= limit) throw appError('TOO_MANY_SUBSCRIPTIONS', { detail: `At most ${limit} per socket` });
      const entry: Held = { name, kind, ticket: frame.ticket, joining: Promise.resolve(), attachment: undefined };
      held.set(frame.ch, entry);
      entry.joining = join(entry, frame, visitor);
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
    async watched(channel, visitor) {
      const entry = held.get(channel);
      await entry?.joining;
      if (!entry || held.get(channel) !== entry) throw appError('UNKNOWN_CHANNEL');
      await admit(entry, visitor);
      return entry;
    },
    closeAll() {
      closed = true;
      for (const { attachment } of held.values()) attachment?.close();
      held.clear();
    },
  };
}

/** Returns when the permission ends by itself, in milliseconds of the epoch; undefined for one that does not. */
async function admit(
  { name, kind, ticket }: Pick<Held, 'name' | 'kind' | 'ticket'>,
  visitor: Visitor,
): Promise<number | undefined> {
  const permission = await kind.mayWatch(name.id, visitor.caller, ticket);
  if (!permission) throw appError('UNKNOWN_CHANNEL');
  return endOf(permission);
}

function sinceOf({ since }: FrameOf<'sub'>, epoch: string): Position | undefined {
  if (since === undefined) return undefined;
  const position = parsePosition(since, epoch);
  if (position) return position;
  throw appError('INVALID_POSITION', {
    errors: [{ pointer: '/since', code: 'INVALID_POSITION', message: 'A position is epoch:seq' }],
  });
}
