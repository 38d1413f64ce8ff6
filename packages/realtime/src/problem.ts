import type { WireProblem } from '@jobwire/protocol';
import { type AppError, errorCatalogue } from '@jobwire/runtime';

/** Show an error on a socket: the members of RFC 9457 and of HTTP's answers, so that clients have one error type. */
export function wireProblemOf({ code, facts }: AppError, channel?: string): WireProblem {
  const { status, title, retryable } = errorCatalogue[code];
  return {
    code,
    type: `/problems/${code.toLowerCase().replaceAll('_', '-')}`,
    title,
    status,
    ...(facts.detail === undefined ? {} : { detail: facts.detail }),
    ...(facts.errors === undefined ? {} : { errors: facts.errors.map((error) => ({ ...error })) }),
    retryable,
    ...(facts.retryAfterSeconds === undefined ? {} : { retryAfterMs: Math.ceil(facts.retryAfterSeconds * 1000) }),
    ...(channel === undefined ? {} : { ch: channel }),
  };
}
