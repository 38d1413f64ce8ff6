import { isUnavailable, sqlState } from '@jobwire/db';
import { appError } from '@jobwire/runtime';

/**
 * Tell a search that took too long from a record that is away: narrowing it helps, and so may waiting.
 *
 * @throws AppError SEARCH_TIMEOUT
 */
export async function withinSearchTime<Result>(search: Promise<Result>): Promise<Result> {
  try {
    return await search;
  } catch (error) {
    if (!isUnavailable(error) || sqlState(error) !== timedOut) throw error;
    const detail = 'Narrow the search, e.g. by name, state or time';
    throw appError('SEARCH_TIMEOUT', { detail, retryAfterSeconds: 10, cause: error });
  }
}

/** PostgreSQL's code of a statement that met its timeout. */
const timedOut = '57014';
