import { type AppError, appError } from '@jobwire/runtime';

import { storageError } from '../temp/disk-failures.ts';

/** What servers call a bucket or a disk without room (MinIO, Ceph). */
const fullNames = ['XMinioStorageFull', 'XMinioAdminBucketQuotaExceeded', 'QuotaExceeded', 'InsufficientStorage'];

/** The HTTP status of an answer that S3 refused something with; undefined when no answer came. */
function statusOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('$metadata' in error)) return undefined;
  const { $metadata: facts } = error;
  const status = typeof facts === 'object' && facts && 'httpStatusCode' in facts ? facts.httpStatusCode : undefined;
  return typeof status === 'number' ? status : undefined;
}

/** Whether S3 says that there is no such file. A bucket that is not there is a wrong setting, not an absent file. */
export function isAbsent(error: unknown): boolean {
  return statusOf(error) === 404 && error instanceof Error && error.name !== 'NoSuchBucket';
}

/** Whether S3 says that a range begins behind the end of the file. */
export const isPastEnd = (error: unknown): boolean => statusOf(error) === 416;

/** Whether the same request may succeed in a moment: no answer came in time, or one that asks for patience. */
export function isPassing(error: unknown): boolean {
  if (error instanceof Error && error.name === 'AbortError') return false;
  const status = statusOf(error);
  return status === undefined || status === 429 || (status >= 500 && status !== 507);
}

/** Read an error of the S3 client, or of the local copy, as one of the catalogue. */
export function s3Error(error: unknown): AppError {
  const full = statusOf(error) === 507 || (error instanceof Error && fullNames.includes(error.name));
  return full ? appError('STORAGE_FULL', { retryAfterSeconds: 60, cause: error }) : storageError(error);
}
