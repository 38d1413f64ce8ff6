import { AppError, appError } from '@jobwire/runtime';

/** The operating system's code of an error, e.g. `ENOENT`. */
export function osCode(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : undefined;
}

/**
 * Read an error of the file system as one of the catalogue: no room is STORAGE_FULL, everything else means that the disk
 * cannot be used right now.
 */
export function storageError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const code = osCode(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') return appError('STORAGE_FULL', { retryAfterSeconds: 60, cause: error });
  return appError('UNAVAILABLE', { retryAfterSeconds: 5, cause: error });
}

/**
 * Do something with the disk; its errors become errors of the catalogue.
 *
 * @throws AppError STORAGE_FULL or UNAVAILABLE
 */
export async function onDisk<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    throw storageError(error);
  }
}

/** Read something of the disk that need not be there; undefined when it is not. */
export async function ifThere<Value>(read: () => Promise<Value>): Promise<Value | undefined> {
  try {
    return await read();
  } catch (error) {
    if (osCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}
