import {
  appendChannelEvent,
  type ChannelLogEvent,
  channelPositions,
  type Database,
  type NewChannelEvent,
  readChannelEvents,
  type Tx,
} from '@jobwire/db';
import type { Bus } from '@jobwire/queue';
import type { ChannelSource, Hub } from '@jobwire/realtime';

/** Events larger than this stay in the record; the doorbell then carries the position alone. In characters of JSON. */
const largestEvent = 4_096;

/** Writes into the logs of channels. */
export interface ChannelLog {
  /**
   * Write an event in the caller's transaction.
   *
   * @returns the event, and what to call after the commit: it tells those who watch, in every process
   */
  append(tx: Tx, event: NewChannelEvent): Promise<{ event: ChannelLogEvent; announce: () => void }>;
  /** Tell those who watch a channel, in every process, of an event that is committed. */
  announce(channel: string, event: ChannelLogEvent): void;
}

/** What the log works with. */
export interface ChannelLogOptions {
  bus: Pick<Bus, 'ring'>;
  hub: Pick<Hub, 'ring'>;
}

/** Make the writer of a process. Its own subscribers hear at once; others over the bus, or by the position check. */
export function createChannelLog({ bus, hub }: ChannelLogOptions): ChannelLog {
  const announce = (channel: string, event: ChannelLogEvent): void => {
    const small = JSON.stringify(event.data).length <= largestEvent;
    const doorbell = { channel, seq: event.seq, ...(small ? { events: [event] } : {}) };
    hub.ring(doorbell);
    bus.ring([doorbell]);
  };
  return {
    async append(tx, given) {
      const event = await appendChannelEvent(tx, given);
      return { event, announce: () => announce(given.channel, event) };
    },
    announce,
  };
}

/**
 * The part of a channel kind that is the same for all whose events are in the common log.
 *
 * @param nameOf the whole name of the channel with this id
 */
export function logSource(
  db: Database,
  nameOf: (id: string) => string,
): Pick<ChannelSource, 'read' | 'positions' | 'isFinal' | 'isReplaceable'> {
  return {
    read: (id, after, limit) => readChannelEvents(db, nameOf(id), after, limit),
    async positions(ids) {
      const found = await channelPositions(db, ids.map(nameOf));
      // A channel in which nothing happened yet has no row, and is there all the same.
      return new Map(ids.map((id) => [id, found.get(nameOf(id)) ?? 0]));
    },
    isFinal: () => false,
    isReplaceable: () => false,
  };
}
