import { defineJob } from '@jobwire/queue/job';
import { z } from 'zod';

/** The sizes behind `POST /upload-image`. */
export const imageThumbnail = defineJob({
  name: 'image.thumbnail',
  summary: 'Make the preset sizes of an uploaded image',
  payload: z.strictObject({ uploadId: z.uuid() }),
  result: z.strictObject({
    derivatives: z.array(z.strictObject({ preset: z.string(), url: z.string() })),
  }),
  stages: ['probe', 'resize', 'store'],
  retry: { attempts: 5, backoff: { type: 'exponential', delayMs: 1_000, capMs: 600_000, jitter: 0.5 } },
  timeout: { softMs: 60_000, hardMs: 75_000 },
  concurrency: 2,
});
