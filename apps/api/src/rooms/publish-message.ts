import type { RateLimiter } from '@jobwire/queue';
import { type Published, roomChannel, userChannel } from '@jobwire/realtime';
import { appError } from '@jobwire/runtime';

import type { ChannelKind } from '../channels/channel-kind.ts';
import type { ChannelLog } from '../channels/channel-log.ts';
import { problemOfJson } from '../start/problem-of-json.ts';
import { isRoomName } from './room-name.ts';
import { personOf } from './room-person.ts';
import type { RoomWriter } from './room-writer.ts';

/** What publishing works with. */
export interface PublishingOptions {
  write: RoomWriter;
  log: Pick<ChannelLog, 'announce'>;
  epoch: string;
  /** Messages of one person, over all processes; undefined lets everything through. */
  limiter: RateLimiter | undefined;
  /** Whether strangers may write into open rooms. */
  strangers: boolean;
}

/** Publish into a room, as `ChannelKind.publish` says. */
export type PublishInRoom = NonNullable<ChannelKind['publish']>;

/** Make the way in for the messages of rooms. Who may is decided by the statement that stores the message. */
export function createPublishing({ write, log, epoch, limiter, strangers }: PublishingOptions): PublishInRoom {
  const admit = async (personId: string): Promise<void> => {
    const state = await limiter?.take(personId);
    if (!state || state.allowed) return;
    throw appError('TOO_MANY_REQUESTS', { retryAfterSeconds: Math.max(1, Math.ceil(state.resetMs / 1_000)) });
  };

  return async (room, { data, key, to = null, exclude = false }, visitor): Promise<Published> => {
    const { caller, connId } = visitor;
    if (!isRoomName(room) || (caller.kind === 'anonymous' && !strangers)) throw appError('UNKNOWN_CHANNEL');
    const from = personOf(visitor);
    await admit(from.id);
    const problem = problemOfJson(data);
    if (problem) throw appError('INVALID_INPUT', { errors: [{ pointer: '/data', ...problem }] });
    const channels = to === null ? ([roomChannel(room).name] as const) : channelsOf(from.userId, to);
    const everywhere = caller.kind === 'admin' && caller.role === 'operator';
    const except = exclude ? connId : null;
    const outcome = await write({ room, channels, from, to, data, key, except, everywhere });
    if (outcome.how === 'refused') throw appError('UNKNOWN_CHANNEL');
    if (outcome.how === 'conflict') throw appError('IDEMPOTENCY_CONFLICT');
    const place = { ch: channels[0], epoch, seq: outcome.seq };
    if (outcome.how === 'repeated') return { ...place, repeated: true };
    for (const { channel, event } of outcome.events) log.announce(channel, event);
    return place;
  };
}

/** Where a message to one member is stored: with its sender, for their other devices, and with its reader. */
function channelsOf(senderId: string | null, readerId: string): [string, string] {
  if (senderId !== null) return [userChannel(senderId).name, userChannel(readerId).name];
  const message = 'Only users can write to one member';
  throw appError('INVALID_INPUT', { errors: [{ pointer: '/to', code: 'SENDER_INVALID', message }] });
}
