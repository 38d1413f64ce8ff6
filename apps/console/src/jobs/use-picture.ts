import type { Client, Job } from '@jobwire/client';
import { useEffect, useState } from 'preact/hooks';

import { afterSnapshot, type JobPicture, pictureAfter, unknownJob } from '../live-job/job-picture.ts';

/** What is watched. */
export interface Watched {
  id: string;
  ticket?: string | undefined;
  /** What is known already. */
  job?: Job;
}

/** A job of a list: as the list has it, and as it goes on from there while `watching`. */
export function usePicture(client: Client, { id, ticket, job }: Watched, watching: boolean): JobPicture {
  const [picture, setPicture] = useState(unknownJob);
  useEffect(() => {
    if (!watching) return undefined;
    const ends = new AbortController();
    client.watch(id, { ...(ticket === undefined ? {} : { ticket }), signal: ends.signal }).on({
      snapshot: (item) => setPicture((before) => pictureAfter(before, item)),
      event: (item) => setPicture((before) => newestOf(pictureAfter(before, item))),
      // What is known stays; the job's own page says what is wrong.
      error: () => undefined,
    });
    return () => ends.abort();
  }, [client, id, ticket, watching]);
  const newest = picture.job === undefined || (job !== undefined && hasEnded(job) && !picture.final);
  return job && newest ? afterSnapshot(unknownJob, job, hasEnded(job)) : picture;
}

/** A list shows how a job is, not how it came to that. */
function newestOf(picture: JobPicture): JobPicture {
  return { ...picture, events: picture.events.slice(-1) };
}

/** True for a job that nothing happens to any more, unless somebody begins it again. */
export function hasEnded({ state }: Pick<Job, 'state'>): boolean {
  return state === 'succeeded' || state === 'failed' || state === 'cancelled' || state === 'expired';
}
