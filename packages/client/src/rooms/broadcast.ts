import { broadcastChannel, broadcastMessage, broadcastSnapshot } from '@jobwire/protocol';

import { type AnswerOf, documented } from '../http/documented.ts';
import type { CallOptions, Rest } from '../http/rest.ts';
import type { Links } from '../link/links.ts';
import { watchChannel, type WatchOptions } from '../watch/watch-channel.ts';
import type { Watch } from '../watch/watch.ts';
import type { WatchItem } from '../watch/watched-channel.ts';

/** Something that everybody is told. */
export interface BroadcastMessage {
  seq: number;
  /** ISO 8601, UTC. */
  at: string;
  message: unknown;
}

/** What a listener of the broadcast is told, in order. */
export type BroadcastItem =
  /** The newest messages, oldest first: replaces everything that was known. */
  | { kind: 'snapshot'; position: string; messages: readonly BroadcastMessage[] }
  | ({ kind: 'message'; position: string } & BroadcastMessage);

/** Who heard it: sockets and streams that do, and sockets that are open. */
export type Audience = AnswerOf<'broadcast', 202>;

/** Where something is told, and under which key. */
export interface AnnounceOptions extends Pick<CallOptions, 'idempotencyKey' | 'signal'> {
  /** Only those in this room; without it everybody. */
  room?: string;
}

/** Tell everybody something; for operators. */
export function announce(rest: Rest, message: unknown, { room, ...call }: AnnounceOptions = {}): Promise<Audience> {
  const body = { message, ...(room === undefined ? {} : { room }) };
  return rest.call('/broadcast', documented<'broadcast', 202>(), { ...call, method: 'POST', body });
}

/** Listen to what everybody is told. */
export function watchBroadcast(links: Pick<Links, 'for'>, options: WatchOptions): Watch<BroadcastItem> {
  const { name: channel } = broadcastChannel;
  return watchChannel<BroadcastItem>(links.for(channel), {
    channel,
    options,
    take(item, source) {
      const told = itemOf(item);
      if (told) source.tell(told);
    },
  }).watch;
}

function itemOf(item: WatchItem<unknown>): BroadcastItem | undefined {
  const { position } = item;
  if (item.kind === 'snapshot') {
    const { messages } = broadcastSnapshot.parse(item.snapshot);
    return { kind: 'snapshot', position, messages: messages.flatMap(messageOf) };
  }
  const [message] = messageOf(item);
  return message && { kind: 'message', position, ...message };
}

function messageOf(event: { seq: number; type: string; at: string; data: object }): BroadcastMessage[] {
  if (event.type !== 'broadcast.message') return [];
  return [{ seq: event.seq, at: event.at, message: broadcastMessage.parse(event.data).message }];
}
