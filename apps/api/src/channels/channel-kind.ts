import type { ChannelEvent, ChannelSource, FrameOf, Marked, Present, Published } from '@jobwire/realtime';

import type { Caller } from '../auth/caller.ts';

/** Who is at the other end of a connection. */
export interface Visitor {
  caller: Caller;
  /** Id of the socket or stream. */
  connId: string;
  /** What a stranger calls themselves. */
  name?: string | undefined;
}

/** One subscription, for the question whether it is still allowed. */
export interface Watcher {
  id: string;
  caller: Caller;
  /** When the permission ends by itself, in milliseconds of the epoch. */
  until?: number | undefined;
}

/** Whether something may be watched; an object where only for a time, in milliseconds of the epoch. */
export type Permission = boolean | { until: number };

/** When a permission ends by itself; undefined for one that does not. */
export function endOf(permission: Permission | undefined): number | undefined {
  return typeof permission === 'object' ? permission.until : undefined;
}

/** What somebody wants to publish; the frame without its envelope, so that HTTP can send the same. */
export type Publication = Omit<FrameOf<'pub'>, 'id' | 'op' | 'ch'>;

/** Learns what has arrived at a client. What is to be noted has an id. */
export interface Receipts {
  /** Ids of what is in an event. */
  ofEvent(event: ChannelEvent): readonly string[];
  /** Ids of what is in a snapshot. */
  ofSnapshot(snapshot: unknown): readonly string[];
  /** A client has these: it has answered after they were sent, or its stream has let them through. */
  arrived(ids: readonly string[]): void;
}

/** A kind of channel: where its record is, who may watch, and what else can be done in it. */
export interface ChannelKind extends ChannelSource {
  /**
   * Whether the caller, or who holds the ticket, may watch this channel. A channel that does not exist may answer either
   * way: both end as unknown. Asked again on every resume.
   */
  mayWatch(id: string, caller: Caller, ticket: string | undefined): Promise<Permission>;
  /**
   * Which of these subscriptions are allowed no more, in one query. Asked about once a second. Left out where a
   * permission ends only with the session or key, which end the whole connection.
   */
  forbidden?(watchers: readonly Watcher[]): Promise<readonly Watcher[]>;
  /**
   * Publish a message; left out where nobody can. Whether the visitor may is decided here, each time.
   *
   * @throws AppError UNKNOWN_CHANNEL for what is not there or not theirs, TOO_MANY_REQUESTS, INVALID_INPUT,
   * IDEMPOTENCY_CONFLICT for a key that was used for another message
   */
  publish?(id: string, publication: Publication, visitor: Visitor): Promise<Published>;
  /** Who is there; left out where that is not known. */
  present?(id: string): Promise<Present>;
  /**
   * A subscription has begun. `push` sends a frame to the one who came in, e.g. of others who come and go.
   *
   * @returns called once when it ends
   */
  entered?(id: string, visitor: Visitor, push: (frame: Buffer) => void): () => void;
  /** Left out where nobody asks what has arrived. */
  receipts?: Receipts;
  /**
   * Mark what the visitor was told as read; for the kind that is told things to be read.
   *
   * @throws AppError FORBIDDEN for those who have no such channel
   */
  markRead?(choice: Pick<FrameOf<'read'>, 'ids' | 'all'>, visitor: Visitor): Promise<Marked>;
}

/** Every kind of channel, by what stands before the colon in a channel's name. */
export type ChannelKinds = Readonly<Record<string, ChannelKind>>;

/** The kind of this name, if there is one. */
export function kindOf(kinds: ChannelKinds, name: string): ChannelKind | undefined {
  return Object.hasOwn(kinds, name) ? kinds[name] : undefined;
}
