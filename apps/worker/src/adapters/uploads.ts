import { type Database, findUpload, insertDerivatives, markUploadFailed, markUploadReady } from '@jobwire/db';
import type { Uploads } from '@jobwire/jobs';

/** Make the port to the uploads of the record. */
export function createUploads(db: Database): Uploads {
  return {
    async find(uploadId) {
      const row = await findUpload(db, uploadId);
      return row && { storageKey: row.storage_key, sha256: row.blob_sha256, bytes: row.byte_size };
    },
    async saveReady(tx, uploadId, image) {
      const there = await markUploadReady(tx, uploadId, image);
      if (there) await insertDerivatives(tx, uploadId, image.derivatives);
      return there;
    },
    saveFailed: markUploadFailed,
  };
}
