import { type Client, JobwireError } from '@jobwire/client';
import { type ReadonlySignal, signal } from '@preact/signals';

import { afterSnapshot, type JobPicture, pictureAfter, unknownJob } from './job-picture.ts';

/** A job as it changes before one's eyes. */
export interface LiveJob {
  readonly picture: ReadonlySignal<JobPicture>;
  /** Why nothing follows although the job has not ended; undefined while all is well. */
  readonly lost: ReadonlySignal<Error | undefined>;
}

/** What opens a job, and how long it is watched. */
export interface LiveJobOptions {
  /** Not needed by its owner. */
  ticket: string | undefined;
  /** Ends the watching. */
  signal: AbortSignal;
}

/**
 * Watch a job from its first event on. What the server shows now is asked for too: it has what no event says, like the
 * number of attempts.
 */
export function watchLive(client: Client, jobId: string, { ticket, signal: ends }: LiveJobOptions): LiveJob {
  const picture = signal(unknownJob);
  const lost = signal<Error | undefined>(undefined);
  const fail = (error: unknown): void => {
    if (!ends.aborted) lost.value = error instanceof Error ? error : new JobwireError({});
  };
  const opened = ticket === undefined ? {} : { ticket };
  client.get(jobId, { ...opened, signal: ends }).then((job) => {
    const current = picture.peek();
    // Events that came meanwhile are newer than this answer.
    if (current.events.length === 0 && !current.final) picture.value = afterSnapshot(current, job, false);
    else picture.value = { ...current, job: current.job ?? job, maxAttempts: current.maxAttempts ?? job.maxAttempts };
  }, fail);
  client.watch(jobId, { ...opened, since: '0', signal: ends }).on({
    snapshot: (item) => (picture.value = pictureAfter(picture.peek(), item)),
    event: (item) => (picture.value = pictureAfter(picture.peek(), item)),
    error: fail,
  });
  return { picture, lost };
}
