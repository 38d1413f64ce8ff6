import {
  type Database,
  isUniqueViolation,
  type NewRoomMessage,
  RecordUnavailable,
  type RoomMessageOutcome,
  storeRoomMessage,
} from '@jobwire/db';

/** Stores a message; resolves when it is committed. Throws what PostgreSQL says. */
export type RoomWriter = (message: NewRoomMessage) => Promise<RoomMessageOutcome>;

/** Messages that are committed together at most: as long is the room's counter locked. */
const mostTogether = 64;

interface Waiting {
  message: NewRoomMessage;
  resolve: (outcome: RoomMessageOutcome) => void;
  reject: (error: unknown) => void;
}

/**
 * Make the writer of a process. Messages of one room are committed one after another, because each gets the next number;
 * those that come while a commit is under way share the next one (group commit).
 */
export function createRoomWriter(db: Database): RoomWriter {
  const rooms = new Map<string, Waiting[]>();

  const write = async (room: string, waiting: Waiting[]): Promise<void> => {
    while (waiting.length > 0) await store(db, waiting.splice(0, mostTogether));
    rooms.delete(room);
  };

  return (message) => {
    // It counts in the channels of two users, who may be written to in another order.
    if (message.to !== null) return storeOne(db, message);
    return new Promise((resolve, reject) => {
      const one = { message, resolve, reject };
      const waiting = rooms.get(message.room);
      if (waiting) return void waiting.push(one);
      const first = [one];
      rooms.set(message.room, first);
      void write(message.room, first);
    });
  };
}

/** Store them in their order and tell each what became of it. Never rejects. */
async function store(db: Database, together: readonly Waiting[]): Promise<void> {
  if (together.length > 1) {
    try {
      const stored = await db.transaction((tx) =>
        Promise.all(together.map(async (one) => ({ one, outcome: await storeRoomMessage(tx, one.message) }))),
      );
      for (const { one, outcome } of stored) one.resolve(outcome);
      return;
    } catch (error) {
      if (error instanceof RecordUnavailable) return together.forEach(({ reject }) => reject(error));
      // One of them failed for all: alone, each gets an answer of its own.
    }
  }
  for (const { message, resolve, reject } of together) await storeOne(db, message).then(resolve, reject);
}

/** A message with this key may have been stored between the statement's look and its end: then the second look finds it. */
async function storeOne(db: Database, message: NewRoomMessage): Promise<RoomMessageOutcome> {
  try {
    return await storeRoomMessage(db, message);
  } catch (error) {
    if (!isUniqueViolation(error, 'channel_events_key')) throw error;
    return storeRoomMessage(db, message);
  }
}
