import { formatCursor, parseChannelName, parsePosition } from '@jobwire/protocol';

import type { WatchedChannel } from '../watch/watched-channel.ts';

/** A position that no log has, so that the server begins with the state. */
const nowhere = '-:0';

/** Path and query of the stream that brings these channels, each from where it is. */
export function streamPath(channels: readonly WatchedChannel[]): string {
  const [first] = channels;
  const { kind, id } = parseChannelName(first?.channel ?? '');
  if (channels.length === 1 && kind === 'job') {
    return `/jobs/${encodeURIComponent(id)}/events?${new URLSearchParams({ after: first?.since() ?? nowhere })}`;
  }
  const query = new URLSearchParams();
  for (const { channel } of channels) query.append('ch', channel);
  query.set('after', cursorOf(channels));
  return `/events?${query}`;
}

/** Positions of one epoch fit into a cursor; a channel with another one begins with its state. */
function cursorOf(channels: readonly WatchedChannel[]): string {
  const positions = channels.map((watched) => parsePosition(watched.since() ?? '', ''));
  const epoch = positions.find((position) => position !== undefined && position.epoch !== '')?.epoch;
  const seqs = positions.map((position) =>
    position && (position.epoch === '' || position.epoch === epoch) ? position.seq : null,
  );
  return epoch === undefined ? formatCursor({ epoch: '', seqs }).slice(1) : formatCursor({ epoch, seqs });
}
