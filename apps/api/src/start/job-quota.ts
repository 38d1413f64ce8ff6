import { countUnfinishedJobs, type Database } from '@jobwire/db';
import { type AppError, appError, type Clock } from '@jobwire/runtime';

/** Keeps one owner from filling the queues. */
export interface JobQuota {
  /**
   * Take room for jobs of an owner; who owns nothing has no quota.
   *
   * @returns for how many there is room, `wanted` at most
   */
  room(ownerId: string | null, wanted: number): Promise<number>;
  /**
   * The same for all or none.
   *
   * @throws AppError TOO_MANY_JOBS
   */
  take(ownerId: string | null, wanted: number): Promise<void>;
}

/** What it needs. */
export interface JobQuotaOptions {
  db: Database;
  clock: Clock;
  config: { JOBS_PER_OWNER: number };
}

interface Room {
  left: number;
  countedAt: number;
}

/** How long a count holds, in milliseconds: somebody who starts many jobs has them counted once a second. */
const goodForMs = 1_000;
/** Owners whose count is remembered. */
const mostOwners = 10_000;
/** When a refused caller should come back, in seconds: jobs end all the time. */
const retryAfterSeconds = 5;

/**
 * Make the quota. Within a process it is exact; processes that count in the same second may together let through more. It
 * is there against floods, not for billing.
 */
export function createJobQuota({ db, clock, config }: JobQuotaOptions): JobQuota {
  const rooms = new Map<string, Room>();
  const counts = new Map<string, Promise<Room>>();

  const count = (ownerId: string): Promise<Room> => {
    const known = counts.get(ownerId);
    if (known) return known;
    const counting = countUnfinishedJobs(db, ownerId, config.JOBS_PER_OWNER)
      .then((unfinished) => {
        const room = { left: config.JOBS_PER_OWNER - unfinished, countedAt: clock.now() };
        if (rooms.size >= mostOwners) rooms.clear();
        rooms.set(ownerId, room);
        return room;
      })
      .finally(() => counts.delete(ownerId));
    counts.set(ownerId, counting);
    return counting;
  };

  const roomOf = async (ownerId: string, wanted: number): Promise<Room> => {
    const known = rooms.get(ownerId);
    const good = known && known.left >= wanted && clock.now() - known.countedAt < goodForMs;
    return good ? known : count(ownerId);
  };

  return {
    async room(ownerId, wanted) {
      if (ownerId === null) return wanted;
      const room = await roomOf(ownerId, wanted);
      const taken = Math.min(wanted, Math.max(0, room.left));
      room.left -= taken;
      return taken;
    },
    async take(ownerId, wanted) {
      if (ownerId === null) return;
      const room = await roomOf(ownerId, wanted);
      if (room.left < wanted) throw tooManyJobs();
      room.left -= wanted;
    },
  };
}

/** The refusal. */
export function tooManyJobs(): AppError {
  return appError('TOO_MANY_JOBS', { detail: 'Wait until some of your jobs have ended', retryAfterSeconds });
}
