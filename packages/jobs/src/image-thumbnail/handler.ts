import { type Handler, Permanent, Retryable, Skip } from '@jobwire/queue/job';

import type { ImagePorts } from '../ports/image.ts';
import type { imageThumbnail } from './job.ts';

/** Make all preset sizes of an upload. */
export const handle: Handler<typeof imageThumbnail, ImagePorts> = async (
  { uploadId },
  { job, progress, commit, signal },
  { images, uploads },
) => {
  const source = await uploads.find(uploadId);
  if (!source) throw new Skip('The upload was deleted');
  try {
    const image = await images.render(source, { signal, report: progress });
    return await commit('derivatives', async (tx) => {
      if (!(await uploads.saveReady(tx, uploadId, image))) throw new Skip('The upload was deleted');
      return {
        derivatives: image.derivatives.map(({ preset }) => ({ preset, url: `/uploads/${uploadId}/${preset}` })),
      };
    });
  } catch (error) {
    const failure = finalOf(error, job.attempt);
    if (!failure) throw error;
    // By attempt: a replayed job may fail in another way, and the upload tells the last.
    await commit(`failed-${job.attempt}`, (tx) => uploads.saveFailed(tx, uploadId, failure.code));
    throw failure;
  }
};

/** After so many attempts these failures are the image's and not the machine's. */
const attemptsOf: Readonly<Record<string, number>> = { ORIGINAL_MISSING: 3, IMAGE_WORKER_DIED: 3, IMAGE_TIMEOUT: 3 };

function finalOf(error: unknown, attempt: number): Permanent | undefined {
  if (error instanceof Permanent) return error;
  if (!(error instanceof Retryable) || attempt < (attemptsOf[error.code] ?? Infinity)) return undefined;
  return new Permanent(error.code, error.message, { cause: error });
}
