import { appError } from '@jobwire/runtime';
import type { RequestHandler } from 'express';

/**
 * Refuse a body on routes that take none. JSON is let through unread, because some clients always send it. Text and forms
 * are what a page of another site can make a browser send without asking.
 *
 * @returns a handler that throws AppError UNSUPPORTED_MEDIA_TYPE
 */
export function noBody(): RequestHandler {
  return (request, _response, next) => {
    // `Content-Length: 0` is what browsers send with a POST without a body.
    if (request.get('content-length') !== '0' && request.is('application/json') === false) {
      throw appError('UNSUPPORTED_MEDIA_TYPE', { detail: 'This route takes no body' });
    }
    next();
  };
}
