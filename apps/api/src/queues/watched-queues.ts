import type { ChannelKind } from '../channels/channel-kind.ts';
import { createQueueChannel } from './queue-channel.ts';
import { createQueueCountWatch, type QueueCountWatch, type QueueCountWatchOptions } from './queue-count-watch.ts';

/** The queues of a process, for those who watch them. */
export interface WatchedQueues {
  kind: ChannelKind;
  counts: Pick<QueueCountWatch, 'start' | 'stop'>;
}

/**
 * Make them.
 *
 * @param options with the names of all queues
 */
export function createWatchedQueues(options: QueueCountWatchOptions & { names: readonly string[] }): WatchedQueues {
  const counts = createQueueCountWatch(options);
  return { kind: createQueueChannel({ ...options, counts }), counts };
}
