import { type ChannelSource, type HistoryPage, historyLimit } from '@jobwire/realtime';

/** Which events of a channel's past are asked for. */
export interface HistoryQuestion {
  /** Events with a smaller number; without it the newest. */
  before?: number | undefined;
  /** Events at most; 100 unless it is said. */
  limit?: number | undefined;
}

/**
 * Read a page of a channel's past. Numbers are gap-free, so that the place of a page follows from its end. Who wanted not
 * to be told of an event is left out.
 */
export async function readHistory(
  source: Pick<ChannelSource, 'read' | 'positions'>,
  id: string,
  epoch: string,
  { before, limit = historyLimit }: HistoryQuestion,
): Promise<HistoryPage> {
  const newest = (await source.positions([id])).get(id) ?? 0;
  const end = Math.min(before ?? newest + 1, newest + 1);
  // One more than asked for tells whether a page goes before, also where the log has lost its beginning.
  const after = Math.max(0, end - 2 - limit);
  const read = await source.read(id, after, limit + 1);
  const found = read.filter(({ seq }) => seq < end);
  return {
    epoch,
    events: found.slice(-limit).map(({ seq, type, at, data }) => ({ seq, type, at, data })),
    more: found.length > limit,
  };
}
