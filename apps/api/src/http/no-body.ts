import { appError } from '@jobwire/runtime';
import type { RequestHandler } from 'express';

/**
 * Refuse a body on routes that take none; `{}` is let through, because some clients always send JSON. A page of another
 * site can make a browser send text and forms without being asked, but no JSON.
 */
export function noBody(): RequestHandler {
  return (request, _response, next) => {
    if (request.is('application/json') === false) {
      throw appError('UNSUPPORTED_MEDIA_TYPE', { detail: 'This route takes no body' });
    }
    next();
  };
}
