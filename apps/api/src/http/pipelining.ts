import type { Socket } from 'node:net';

import { appError } from '@jobwire/runtime';
import type { RequestHandler } from 'express';

/**
 * Limit how many requests of one connection are answered at a time. Clients that wait for answers have one; Node would work
 * on every request that was sent ahead (HTTP pipelining) at once.
 *
 * @param most further ones are answered with 429, and the connection ends after that answer
 */
export function limitPipelining(most: number): RequestHandler {
  const underWay = new WeakMap<Socket, number>();
  return (request, response, next) => {
    const { socket } = request;
    const now = (underWay.get(socket) ?? 0) + 1;
    underWay.set(socket, now);
    response.once('close', () => underWay.set(socket, (underWay.get(socket) ?? 1) - 1));
    if (now <= most) return next();
    response.set('Connection', 'close');
    throw appError('TOO_MANY_REQUESTS', { detail: `At most ${most} requests at a time on a connection` });
  };
}
