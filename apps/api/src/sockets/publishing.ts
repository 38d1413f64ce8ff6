import { type FrameOf, parseChannelName, type Published } from '@jobwire/realtime';
import { appError } from '@jobwire/runtime';

import { type ChannelKinds, kindOf, type Visitor } from '../channels/channel-kind.ts';

/**
 * Make the way in for the messages of one socket: one after another, so that they are stored in the order in which they
 * were sent.
 *
 * @returns publishes one message; throws AppError UNKNOWN_CHANNEL, CHANNEL_READ_ONLY where nobody can publish, and what
 * the channel's kind throws
 */
export function createPublishing(kinds: ChannelKinds): (frame: FrameOf<'pub'>, visitor: Visitor) => Promise<Published> {
  let before: Promise<unknown> = Promise.resolve();
  return (frame, visitor) => {
    const published = before.then(() => publish(kinds, frame, visitor));
    // What became of a message does not concern the next.
    before = published.catch(() => undefined);
    return published;
  };
}

async function publish(
  kinds: ChannelKinds,
  { ch, data, key, to, exclude }: FrameOf<'pub'>,
  visitor: Visitor,
): Promise<Published> {
  const name = parseChannelName(ch);
  const kind = kindOf(kinds, name.kind);
  if (!kind) throw appError('UNKNOWN_CHANNEL');
  if (!kind.publish) throw appError('CHANNEL_READ_ONLY');
  return kind.publish(name.id, { data, key, to, exclude }, visitor);
}
