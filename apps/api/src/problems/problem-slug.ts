import type { ErrorCode } from '@jobwire/runtime';

/** A code as an address writes it: `NOT_FOUND` is `not-found`. */
export function slugOf(code: ErrorCode): string {
  return code.toLowerCase().replaceAll('_', '-');
}

/** The page about an error: the `type` of its answers. */
export function problemPath(code: ErrorCode): string {
  return `/problems/${slugOf(code)}`;
}
