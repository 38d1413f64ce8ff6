import { type Database, findCancelRequests } from '@jobwire/db';
import type { Emit } from '@jobwire/runtime';

/** Learns which runs of this process were asked to end. */
export interface CancelWatch {
  /**
   * Call `onCancel` once when the job of this claim was asked to end.
   *
   * @returns call it when the run has ended
   */
  watch(token: string, onCancel: () => void): () => void;
}

/** How often to look, in milliseconds: one query for all runs of the process, and none while nothing runs. */
const lookMs = 1_000;

/** Make the watch of a process. */
export function createCancelWatch(db: Database, emit: Emit): CancelWatch {
  const runs = new Map<string, () => void>();
  let looking = false;

  const look = async (): Promise<void> => {
    try {
      if (runs.size === 0) return;
      for (const token of await findCancelRequests(db, [...runs.keys()])) {
        const onCancel = runs.get(token);
        runs.delete(token);
        onCancel?.();
      }
    } catch (error) {
      // The next look comes in a second.
      emit('cancels.failed', { error });
    } finally {
      looking = false;
      lookLater();
    }
  };
  const lookLater = (): void => {
    if (looking || runs.size === 0) return;
    looking = true;
    // A process that ends does not wait for the next look.
    setTimeout(() => void look(), lookMs).unref();
  };

  return {
    watch(token, onCancel) {
      runs.set(token, onCancel);
      lookLater();
      return () => void runs.delete(token);
    },
  };
}
