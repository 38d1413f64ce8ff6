import { appError } from '@jobwire/runtime';
import { Router } from 'express';

/** Answer a plain GET of the socket's address: 426 says what to do instead (RFC 9110 §15.5.22). */
export function plainSocketRequests(): Router {
  return Router().get('/ws', (_request, response) => {
    response.set('Upgrade', 'websocket');
    throw appError('UPGRADE_REQUIRED');
  });
}
