import type { JobProgress, NewJobEvent } from '@jobwire/db';

/** Turns a handler's reports into stored events: monotone, and not more often than clients can use. */
export interface ProgressReports {
  report(stage: string, fraction?: number, detail?: string): void;
  /** Add an event that is stored with the next report. */
  add(event: NewJobEvent): void;
  /** Take what has not been stored yet, for the verdict to carry; nothing is sent afterwards. */
  close(): { events: NewJobEvent[]; progress: JobProgress | undefined };
}

/** Least time between two stored reports, in milliseconds: 4 a second are enough for an eye. */
const intervalMs = 250;

/**
 * Make the reports of one run.
 *
 * @param send stores events; resolves when they are stored. At most one call is under way
 */
export function createProgressReports(
  stages: readonly string[],
  attempt: number,
  send: (events: NewJobEvent[], progress: JobProgress | undefined) => Promise<unknown>,
): ProgressReports {
  let best: JobProgress | undefined;
  let changed = false;
  let waiting: NewJobEvent[] = [];
  let sending = false;
  let closed = false;
  let lastSent = Number.NEGATIVE_INFINITY;
  let timer: NodeJS.Timeout | undefined;

  const take = (): { events: NewJobEvent[]; progress: JobProgress | undefined } => {
    const events = [...waiting];
    if (changed && best) events.push({ type: 'job.progress', data: { ...best, attempt } });
    const progress = changed ? best : undefined;
    waiting = [];
    changed = false;
    return { events, progress };
  };

  const flush = (): void => {
    timer = undefined;
    if (closed || sending || (!changed && waiting.length === 0)) return;
    const { events, progress } = take();
    sending = true;
    lastSent = performance.now();
    void send(events, progress).finally(() => {
      sending = false;
      schedule();
    });
  };

  const schedule = (): void => {
    if (closed || sending || timer || (!changed && waiting.length === 0)) return;
    const wait = lastSent + intervalMs - performance.now();
    if (wait <= 0) flush();
    else timer = setTimeout(flush, wait);
  };

  return {
    report(stage, fraction = 0, detail) {
      const index = stages.indexOf(stage);
      if (index < 0) throw new Error(`Unknown stage "${stage}": the definition has ${stages.join(', ')}`);
      const within = Math.min(1, Math.max(0, fraction));
      const percent = Math.round((100 * (index + within)) / stages.length);
      // Never backwards: a handler that goes over its work again must not take a bar back.
      if (
        best &&
        (percent < best.percent || (percent === best.percent && stage === best.stage && detail === best.detail))
      )
        return;
      best = { percent, stage, ...(detail === undefined ? {} : { detail: detail.slice(0, 500) }) };
      changed = true;
      schedule();
    },
    add(event) {
      waiting.push(event);
      schedule();
    },
    close() {
      closed = true;
      clearTimeout(timer);
      return take();
    },
  };
}
