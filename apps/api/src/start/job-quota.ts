import { countUnfinishedJobs, type Database } from '@jobwire/db';
import { type AppError, appError, type Clock } from '@jobwire/runtime';

/** Keeps one owner from filling the queues. */
export interface JobQuota {
  /**
   * Make jobs of an owner while there is room for them; who owns nothing has no quota.
   *
   * @param wanted how many, and with how few the work is worth while
   * @param make makes as many as it is told, `most` at most; when it has ended they count because they are in the record
   * @returns what `make` returned
   * @throws AppError TOO_MANY_JOBS when there is no room for `least`
   */
  within<Made>(
    ownerId: string | null,
    wanted: { least: number; most: number },
    make: (room: number) => Promise<Made>,
  ): Promise<Made>;
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

/** Jobs on their way into the record. */
interface Making {
  ownerId: string;
  jobs: number;
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
  const makings = new Set<Making>();

  const count = async (ownerId: string): Promise<Room> => {
    // They may be in the record or not: that they count twice is better than not at all, and is over with the next count.
    const uncertain = [...makings].filter((making) => making.ownerId === ownerId);
    const unfinished = await countUnfinishedJobs(db, ownerId, config.JOBS_PER_OWNER);
    const onTheirWay = uncertain.reduce((sum, { jobs }) => sum + jobs, 0);
    const room = { left: config.JOBS_PER_OWNER - unfinished - onTheirWay, countedAt: clock.now() };
    if (rooms.size >= mostOwners) rooms.clear();
    rooms.set(ownerId, room);
    return room;
  };

  const countOnce = (ownerId: string): Promise<Room> => {
    const known = counts.get(ownerId);
    if (known) return known;
    const counting = count(ownerId).finally(() => counts.delete(ownerId));
    counts.set(ownerId, counting);
    return counting;
  };

  const roomOf = async (ownerId: string, wanted: number): Promise<Room> => {
    // What is taken while the record is counted would not be part of the count.
    if (counts.has(ownerId)) return countOnce(ownerId);
    const known = rooms.get(ownerId);
    const good = known && known.left >= wanted && clock.now() - known.countedAt < goodForMs;
    return good ? known : countOnce(ownerId);
  };

  return {
    async within(ownerId, { least, most }, make) {
      if (ownerId === null) return make(most);
      const room = await roomOf(ownerId, most);
      const jobs = Math.min(most, Math.max(0, room.left));
      if (jobs < least) throw tooManyJobs();
      room.left -= jobs;
      const making = { ownerId, jobs };
      makings.add(making);
      try {
        return await make(jobs);
      } finally {
        makings.delete(making);
      }
    },
  };
}

/** The refusal. */
export function tooManyJobs(): AppError {
  return appError('TOO_MANY_JOBS', { detail: 'Wait until some of your jobs have ended', retryAfterSeconds });
}
