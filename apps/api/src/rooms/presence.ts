import type { Database, GatewayLoad, RoomPerson } from '@jobwire/db';
import type { Bus } from '@jobwire/queue';
import { type Emit, uuidv7 } from '@jobwire/runtime';

import { createGatewayLease } from './gateway-lease.ts';
import { createLocalPresence } from './local-presence.ts';
import { createPresenceFeed, hintsOf } from './presence-feed.ts';
import { createPresenceWriter } from './presence-writer.ts';

/** Knows who is in rooms, over all processes. The record decides; hints over the bus only save waiting. */
export interface Presence {
  /**
   * A connection has come into a room.
   *
   * @param push sends it a frame: who else comes and goes
   * @returns called once when it leaves
   */
  entered(room: string, person: RoomPerson, push: (frame: Buffer) => void): () => void;
  start(): void;
  /** Say that nobody is here any more. */
  stop(): Promise<void>;
}

/** What presence works with. */
export interface PresenceOptions {
  db: Database;
  bus: Bus;
  /** What this process holds. */
  load: () => GatewayLoad;
  emit: Emit;
  /** Other times than the usual ones, for tests. */
  times?: Partial<PresenceTimes>;
}

/** How long everything takes, in milliseconds. */
export interface PresenceTimes {
  /** Who comes back within this time has not left. */
  graceMs: number;
  /** Changes of so long go into one statement. */
  gatherMs: number;
  /** A room is told of at most so often. */
  gapMs: number;
  /** So often everything is read, which finds lost hints. */
  checkEveryMs: number;
  /** So often the process says that it is there. */
  beatEveryMs: number;
}

const usual: PresenceTimes = { graceMs: 2_000, gatherMs: 100, gapMs: 1_000, checkEveryMs: 5_000, beatEveryMs: 2_000 };

/** Make the presence of a process. */
export function createPresence({ db, bus, load, emit, times }: PresenceOptions): Presence {
  const { graceMs, gatherMs, gapMs, checkEveryMs, beatEveryMs } = { ...usual, ...times };
  const gatewayId = uuidv7();
  const feed = createPresenceFeed({ db, bus, emit, gapMs, checkEveryMs });
  const hint = (rooms: ReadonlySet<string>): void => {
    feed.request(rooms);
    bus.ring([...rooms].map((room) => ({ channel: hintsOf(room), seq: 0 })));
  };
  const local = createLocalPresence({ graceMs, changed: () => writer.wake() });
  const writer = createPresenceWriter({ db, gatewayId, local, written: hint, emit, gatherMs });
  const lease = createGatewayLease({
    db,
    id: gatewayId,
    load,
    emit,
    everyMs: beatEveryMs,
    onBeat({ isNew, removed }) {
      if (isNew) local.giveAll();
      writer.open();
      if (removed > 0) feed.requestAll();
    },
  });

  return {
    entered(room, person, push) {
      const stopListening = feed.listen(room, push);
      const leave = local.enter(room, person);
      return () => {
        stopListening();
        leave();
      };
    },
    start: () => lease.start(),
    async stop() {
      const rooms = local.rooms();
      local.close();
      feed.close();
      await writer.stop();
      await lease.stop();
      hint(rooms);
    },
  };
}
