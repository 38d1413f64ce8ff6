import type { Client } from '@jobwire/client';
import { useEffect, useState } from 'preact/hooks';

import { type LiveJob, watchLive } from './live-job.ts';

/**
 * Watch a job while a component is shown; undefined in its first moment, and where no job is named.
 *
 * @param round counted up when a job that had ended goes on again: the watch that saw its end does not tell
 */
export function useLiveJob(
  client: Client,
  jobId: string | undefined,
  ticket: string | undefined,
  round = 0,
): LiveJob | undefined {
  const key = `${jobId} ${ticket} ${round}`;
  const [watched, setWatched] = useState<{ key: string; live: LiveJob }>();
  useEffect(() => {
    if (jobId === undefined) return undefined;
    const ends = new AbortController();
    setWatched({ key, live: watchLive(client, jobId, { ticket, signal: ends.signal }) });
    return () => ends.abort();
  }, [client, key]);
  // What is known of the job before tells nothing of the one that is named now.
  return watched?.key === key ? watched.live : undefined;
}
