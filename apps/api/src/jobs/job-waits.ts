import { finalStates, type JobState } from '@jobwire/db';
import { type Hub, jobChannel } from '@jobwire/realtime';
import type { Request, Response } from 'express';

import { preferredWait } from './prefer-wait.ts';

/** Holds requests until their job has ended. */
export interface JobWaits {
  /**
   * Hold a request as its `Prefer: wait=n` asks, and say in the answer that it was heard. Nothing is held for a job that
   * has ended, or while too many requests are held already.
   *
   * @returns true when the job is to be read again; what happens in the record meanwhile is the record's affair
   */
  hold(job: { id: string; state: JobState }, request: Request, response: Response): Promise<boolean>;
}

/** What waiting needs. */
export interface JobWaitsOptions {
  hub: Pick<Hub, 'attach'>;
  /** Requests of one process that are held at a time; each is a connection and a watched channel. */
  most?: number;
}

/** Make the waits of a process. They end at once when the hub closes. */
export function createJobWaits({ hub, most = 500 }: JobWaitsOptions): JobWaits {
  let held = 0;
  return {
    async hold({ id, state }, request, response) {
      const seconds = preferredWait(request);
      if (seconds === 0 || held >= most) return false;
      response.set('Preference-Applied', `wait=${seconds}`);
      // Who has gone already would not be noticed to go.
      if (finalStates.includes(state) || response.destroyed) return false;
      held += 1;
      try {
        await ended(hub, id, seconds * 1_000, response);
      } finally {
        held -= 1;
      }
      return true;
    },
  };
}

/** Resolves when the job has ended, the time is over, or the client has gone. */
async function ended(hub: Pick<Hub, 'attach'>, id: string, ms: number, response: Response): Promise<void> {
  const over = new AbortController();
  const finish = (): void => over.abort();
  const attachment = hub.attach(jobChannel(id), undefined, {
    opened: () => undefined,
    event: () => undefined,
    snapshot: () => undefined,
    ended: finish,
  });
  const timer = setTimeout(finish, ms);
  response.once('close', finish);
  try {
    // A record that cannot be read makes the wait useless, not the answer.
    attachment.joined.then((joined) => joined === 'open' || finish(), finish);
    await new Promise((resolve) => over.signal.addEventListener('abort', resolve, { once: true }));
  } finally {
    clearTimeout(timer);
    response.off('close', finish);
    attachment.close();
  }
}
