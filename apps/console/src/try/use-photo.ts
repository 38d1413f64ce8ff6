import { type Client, JobwireError } from '@jobwire/client';
import { useEffect, useState } from 'preact/hooks';

import type { KeptJob } from '../kept/kept-jobs.ts';
import { type Photo, photoOf } from './photo.ts';

/** Between two tries while the server cannot be reached, in milliseconds: about as long as it takes to restart. */
const pauseMs = 2_000;

/**
 * What became of an image, once its job has `done` it. While the server cannot be reached it is asked again; where it says
 * no, there is no photo.
 */
export function usePhoto(client: Client, kept: KeptJob | undefined, done: boolean): Photo | undefined {
  const [photo, setPhoto] = useState<Photo>();
  const uploadId = kept?.uploadId;
  const ticket = kept?.ticket;
  useEffect(() => {
    if (uploadId === undefined || !done || photo) return undefined;
    const ends = new AbortController();
    const ask = async (): Promise<void> => {
      try {
        setPhoto(photoOf(await client.getUpload(uploadId, { ticket, signal: ends.signal })));
      } catch (error) {
        if (ends.signal.aborted || (error instanceof JobwireError && !error.retryable)) return;
        const timer = setTimeout(() => void ask(), pauseMs);
        ends.signal.addEventListener('abort', () => clearTimeout(timer));
      }
    };
    void ask();
    return () => ends.abort();
  }, [client, uploadId, ticket, done, photo]);
  return photo;
}
