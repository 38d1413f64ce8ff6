import { appError } from '@jobwire/runtime';

/** True when `If-None-Match` names the tag; it compares weakly (RFC 9110 §13.1.2). */
export function matchesTag(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  return header.trim() === '*' || header.split(',').some((item) => item.trim().replace(/^W\//, '') === tag);
}

/**
 * Which version `If-Match` names; undefined when any will do. Only strong tags count (RFC 9110 §13.1.1).
 *
 * @param current the version that was just read, undefined when there is none: of several tags the right one is meant
 * @throws AppError PRECONDITION_FAILED
 */
export function expectedVersion(header: string | undefined, current: number | undefined): number | undefined {
  if (header === undefined) return undefined;
  if (current === undefined) throw appError('PRECONDITION_FAILED');
  if (header.trim() === '*') return undefined;
  if (header.split(',').some((tag) => tag.trim() === `"${current}"`)) return current;
  throw appError('PRECONDITION_FAILED');
}
