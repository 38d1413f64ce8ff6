import { channelPositions, type Database, listQueueSettings, readQueueLoads } from '@jobwire/db';
import { queueChannel } from '@jobwire/realtime';

import type { ChannelKind } from '../channels/channel-kind.ts';
import { logSource } from '../channels/channel-log.ts';
import type { QueueCountWatch } from './queue-count-watch.ts';
import { queueCountsOf, queueViews } from './queue-view.ts';

/** What the channels work with. */
export interface QueueChannelOptions {
  db: Database;
  /** The names of all queues. */
  names: readonly string[];
  counts: Pick<QueueCountWatch, 'watch'>;
}

/** The channels `admin:queue:<name>`: what administrators watch of a queue. */
export function createQueueChannel({ db, names, counts }: QueueChannelOptions): ChannelKind {
  const queueOf = (id: string): string | undefined => names.find((name) => queueChannel(name).id === id);
  const nameOf = (id: string): string => queueChannel(id.slice('queue:'.length)).name;
  return {
    ...logSource(db, nameOf),
    isReplaceable: ({ type }) => type === 'queue.counts',
    mayWatch: async (id, caller) => caller.kind === 'admin' && queueOf(id) !== undefined,
    async state(id) {
      const queue = queueOf(id);
      if (queue === undefined) return undefined;
      // The number first: what happens in between is told again, and says the same.
      const seq = (await channelPositions(db, [nameOf(id)])).get(nameOf(id)) ?? 0;
      const [settings, loads] = await Promise.all([listQueueSettings(db), readQueueLoads(db)]);
      return { seq, final: false, snapshot: queueViews([queue], settings, loads).map(queueCountsOf)[0] };
    },
    entered: (id) => counts.watch(queueOf(id)),
  };
}
