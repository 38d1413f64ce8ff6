import { isDeepStrictEqual } from 'node:util';

import { type Database, findLastEvents, listQueueSettings, readQueueLoads, tryLead, type Tx } from '@jobwire/db';
import { queueChannel, queueCounts } from '@jobwire/realtime';
import { asError, type Emit } from '@jobwire/runtime';

import type { ChannelLog } from '../channels/channel-log.ts';
import { queueCountsOf, queueViews } from './queue-view.ts';

/** Tells those who watch queues how much is in them. */
export interface QueueCountWatch {
  /**
   * Somebody watches a queue.
   *
   * @returns called once when they stop
   */
  watch(queue: string | undefined): () => void;
  /** Count now what is watched here, and tell what has changed. */
  look(): Promise<void>;
  start(): void;
  stop(): Promise<void>;
}

/** What the watch works with. */
export interface QueueCountWatchOptions {
  db: Database;
  log: Pick<ChannelLog, 'append'>;
  emit: Emit;
  /** Time between two counts of a queue, over all processes, in milliseconds: each reads every unfinished job. */
  everyMs?: number;
}

/**
 * Make the watch of a process. Any number of processes may have one: whoever leads counts, and a queue that was told of a
 * moment ago, or has not changed since, is left alone. Nothing is counted while nobody watches.
 */
export function createQueueCountWatch({ db, log, emit, everyMs = 2_000 }: QueueCountWatchOptions): QueueCountWatch {
  const watched = new Map<string, number>();
  let timer: NodeJS.Timeout | undefined;
  let underWay: Promise<void> | undefined;

  const tellChanges = async (tx: Tx): Promise<(() => void)[]> => {
    if (!(await tryLead(tx, 'queue-counts'))) return [];
    const names = [...watched.keys()];
    const last = await findLastEvents(
      tx,
      names.map((name) => queueChannel(name).name),
      'queue.counts',
    );
    const due = names.filter((name) => (last.get(queueChannel(name).name)?.ageMs ?? Infinity) >= everyMs);
    if (due.length === 0) return [];
    const [settings, loads] = [await listQueueSettings(tx), await readQueueLoads(tx)];
    const announcements: (() => void)[] = [];
    for (const data of queueViews(due, settings, loads).map(queueCountsOf)) {
      const channel = queueChannel(data.name).name;
      if (isSame(data, last.get(channel)?.data)) continue;
      const { announce } = await log.append(tx, { channel, type: 'queue.counts', data });
      announcements.push(announce);
    }
    return announcements;
  };
  const look = async (): Promise<void> => {
    if (watched.size === 0) return;
    for (const announce of await db.transaction(tellChanges)) announce();
  };
  const tick = async (): Promise<void> => {
    try {
      await look();
    } catch (error) {
      emit('counts.failed', { error: asError(error) });
    } finally {
      underWay = undefined;
    }
  };

  return {
    watch(queue) {
      if (queue === undefined) return () => undefined;
      watched.set(queue, (watched.get(queue) ?? 0) + 1);
      return () => {
        const others = (watched.get(queue) ?? 1) - 1;
        if (others === 0) watched.delete(queue);
        else watched.set(queue, others);
      };
    },
    look,
    start() {
      // More often than it counts, because several processes take turns by what was told last.
      timer = setInterval(() => void (underWay ??= tick()), everyMs / 2).unref();
    },
    async stop() {
      clearInterval(timer);
      await underWay;
    },
  };
}

/** How long the oldest job waits always changes; that alone is no news. */
function isSame(now: object, before: unknown): boolean {
  const known = queueCounts.safeParse(before);
  return known.success && isDeepStrictEqual({ ...now, oldestMs: null }, { ...known.data, oldestMs: null });
}
