import { markNotificationsTaken, type Tx } from '@jobwire/db';
import { asError, type Emit } from '@jobwire/runtime';

/** Writes down which notifications a socket or stream has taken. */
export interface TakenNotices {
  /** A client has these. */
  add(ids: readonly string[]): void;
  /** Write what is left. */
  stop(): Promise<void>;
}

/** What that works with. */
export interface TakenNoticesOptions {
  db: Tx;
  emit: Emit;
  /** Time until the next try when the record is out of reach, in milliseconds: the mail waits for 30 s. */
  againMs?: number;
}

/** What is remembered while the record is out of reach; the oldest are forgotten, and become mails. */
const mostWaiting = 10_000;

/** Make the writer of a process: one statement for all that came while the one before ran. */
export function createTakenNotices({ db, emit, againMs = 1_000 }: TakenNoticesOptions): TakenNotices {
  const waiting = new Set<string>();
  let underWay: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;

  const write = async (): Promise<void> => {
    while (waiting.size > 0) {
      const ids = [...waiting];
      await markNotificationsTaken(db, ids);
      for (const id of ids) waiting.delete(id);
    }
  };
  const flush = (): Promise<void> =>
    (underWay ??= write()
      .catch((error: unknown) => {
        emit('notices.failed', { error: asError(error) });
        timer ??= setTimeout(() => {
          timer = undefined;
          void flush();
        }, againMs).unref();
      })
      .finally(() => {
        underWay = undefined;
      }));

  return {
    add(ids) {
      if (ids.length === 0) return;
      for (const id of ids) waiting.add(id);
      for (const id of waiting) {
        if (waiting.size <= mostWaiting) break;
        waiting.delete(id);
      }
      if (timer === undefined) void flush();
    },
    async stop() {
      clearTimeout(timer);
      await underWay;
      await flush();
    },
  };
}
