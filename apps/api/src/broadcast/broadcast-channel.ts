import { type Database, readNewestEvents } from '@jobwire/db';
import { broadcastChannel } from '@jobwire/realtime';

import type { ChannelKind } from '../channels/channel-kind.ts';
import { logSource } from '../channels/channel-log.ts';

/** What the channel begins with: enough to know what was said today. */
const newest = { limit: 10, hours: 24 };

/**
 * The channel `broadcast`: what everybody is told who is signed in, and every program.
 *
 * @param strangers whether those who are not may listen too
 */
export function createBroadcastChannel(db: Database, { strangers }: { strangers: boolean }): ChannelKind {
  return {
    ...logSource(db, () => broadcastChannel.name),
    mayWatch: async (id, caller) => id === '' && (strangers || caller.kind !== 'anonymous'),
    async state(id) {
      if (id !== '') return undefined;
      const { seq, events } = await readNewestEvents(db, broadcastChannel.name, newest);
      return { seq, final: false, snapshot: { messages: events } };
    },
  };
}
