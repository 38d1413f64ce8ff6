import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

import { appError } from '@jobwire/runtime';
import type { RequestHandler } from 'express';
import proxyAddr from 'proxy-addr';

import type { AddressOf } from './client-address.ts';

/** Tells whether the sender of a request may come in at all. */
export type IpGate = (request: IncomingMessage) => boolean;

const isLoopback = proxyAddr.compile(['loopback']);

/** What a container's own checks ask. */
const healthPath = /^(\/api\/v1)?\/(livez|readyz|health)\/?(\?|$)/i;

/**
 * Make the gate of IP_ALLOWLIST. It judges the client that the trusted proxies name, as rate limits do. From the machine
 * itself health is always told, because that is where containers are checked from.
 *
 * @param allowed addresses, ranges and names of proxy-addr; none lets everybody in
 */
export function createIpGate(allowed: readonly string[], addressOf: AddressOf): IpGate {
  if (allowed.length === 0) return () => true;
  const listed = proxyAddr.compile([...allowed]);
  return (request) => {
    const address = addressOf(request);
    if (isIP(address) === 0) return false;
    return listed(address, 0) || (isLoopback(address, 0) && healthPath.test(request.url ?? ''));
  };
}

/** Refuse the requests that the gate does not let in, with ADDRESS_NOT_ALLOWED. */
export function allowedAddresses(mayEnter: IpGate): RequestHandler {
  return (request, _response, next) => {
    if (!mayEnter(request)) throw appError('ADDRESS_NOT_ALLOWED');
    next();
  };
}
