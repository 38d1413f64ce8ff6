import type { Client } from '@jobwire/client';
import { useEffect, useState } from 'preact/hooks';

import { type LiveJob, watchLive } from './live-job.ts';

/** Watch a job while a component is shown; undefined in its first moment. */
export function useLiveJob(client: Client, jobId: string, ticket: string | undefined): LiveJob | undefined {
  const [live, setLive] = useState<LiveJob>();
  useEffect(() => {
    const ends = new AbortController();
    setLive(watchLive(client, jobId, { ticket, signal: ends.signal }));
    return () => ends.abort();
  }, [client, jobId, ticket]);
  return live;
}
