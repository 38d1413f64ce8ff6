import { appError } from '@jobwire/runtime';

/** Where an original is kept: by its content, so that equal files are stored once. */
export function originalKey(sha256: string): string {
  return `originals/${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`;
}

/** Where a file that a job made is kept: by its content. */
export function fileKey(sha256: string): string {
  return `files/${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`;
}

/** Where a derivative is kept: by the original's content and everything that shaped its bytes. */
export function derivativeKey(sourceSha256: string, preset: string, recipe: string): string {
  return `derivatives/${sourceSha256.slice(0, 2)}/${sourceSha256.slice(2, 4)}/${sourceSha256}/${preset}-${recipe}`;
}

/**
 * Check that a key cannot leave its storage: parts of lower-case letters, digits, `-`, `_` and inner dots, between single
 * slashes.
 *
 * @throws AppError BAD_REQUEST
 */
export function assertSafeKey(key: string): void {
  const safe = key.length <= 512 && key.split('/').every((part) => /^[a-z0-9_-]+(\.[a-z0-9_-]+)*$/.test(part));
  if (!safe) throw appError('BAD_REQUEST', { detail: 'The storage key is not valid' });
}
