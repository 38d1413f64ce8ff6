import { appError } from '@jobwire/runtime';
import type { RequestHandler } from 'express';

/**
 * Refuse every method that the routes before did not take (RFC 9110 §15.5.6).
 *
 * @param allow the methods that they take, as in `Allow`
 */
export function onlyMethods(allow: string): RequestHandler {
  return (_request, response) => {
    response.set('Allow', allow);
    throw appError('METHOD_NOT_ALLOWED');
  };
}
