import type { Database, GatewayLoad } from '@jobwire/db';
import type { Bus, Engine } from '@jobwire/queue';
import type { Config, Emit } from '@jobwire/runtime';

import type { ChannelKind } from '../channels/channel-kind.ts';
import type { ChannelLog } from '../channels/channel-log.ts';
import { messagesBurst, messagesPerSecond } from '../channels/message-limits.ts';
import { createPresence, type Presence, type PresenceTimes } from './presence.ts';
import { createPublishing, type PublishInRoom } from './publish-message.ts';
import { createRoomAccess, type RoomAccess } from './room-access.ts';
import { createRoomChannel } from './room-channel.ts';
import { createRoomWriter } from './room-writer.ts';

/** The rooms of a process: what doors and routes need of them. */
export interface Rooms {
  kind: ChannelKind;
  presence: Pick<Presence, 'start' | 'stop'>;
  access: RoomAccess;
  publish: PublishInRoom;
}

/** What rooms work with. */
export interface RoomsOptions {
  db: Database;
  bus: Bus;
  engine: Pick<Engine, 'limiter'>;
  log: Pick<ChannelLog, 'announce'>;
  epoch: string;
  config: Pick<Config, 'ROOM_ANONYMOUS' | 'RATE_LIMITS'>;
  /** What this process holds. */
  load: () => GatewayLoad;
  emit: Emit;
  /** Other times than the usual ones, for tests. */
  times?: Partial<PresenceTimes>;
}

/** Counted in windows, of which the burst fills one: no process can say more in it, however many there are. */
const messages = {
  name: 'messages',
  count: messagesBurst,
  windowMs: (messagesBurst / messagesPerSecond) * 1_000,
};

/** Make the rooms of a process. */
export function createRooms({ engine, config, ...options }: RoomsOptions): Rooms {
  const { db } = options;
  const strangers = config.ROOM_ANONYMOUS;
  const limiter = config.RATE_LIMITS ? engine.limiter(messages) : undefined;
  const access = createRoomAccess(db, { strangers });
  const publish = createPublishing({ ...options, write: createRoomWriter(db), limiter, strangers });
  const presence = createPresence(options);
  return { kind: createRoomChannel({ db, access, publish, presence }), presence, access, publish };
}
