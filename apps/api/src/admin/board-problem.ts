import type { ErrorRequestHandler } from 'express';

import { problemOf, toAppError } from '../http/problem.ts';
import { traceIdOf } from '../http/request-id.ts';

/**
 * The border of the board's API: a problem with the two members more by which the board's page shows an error to a
 * person: `error`, the headline, and `message`. What is our own fault goes on to where it is reported.
 */
export function boardProblem(): ErrorRequestHandler {
  return (thrown: unknown, request, response, next) => {
    const error = toAppError(thrown);
    if (response.headersSent || error.code === 'INTERNAL' || error.code === 'UNAVAILABLE') return next(thrown);
    const problem = problemOf(error, traceIdOf(response), request.originalUrl.split('?')[0]);
    response
      .status(Number(problem['status']))
      .set('Cache-Control', 'no-store')
      .type('application/problem+json')
      .send(JSON.stringify({ ...problem, error: problem['title'], message: problem['detail'] }));
  };
}
