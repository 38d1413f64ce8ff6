import type { IncomingMessage } from 'node:http';
import { isIP, isIPv6 } from 'node:net';

import proxyAddr from 'proxy-addr';

/** Tells whether the machine at an address is a proxy of ours. */
export type Trust = (address: string, hop: number) => boolean;

/** Finds the address of the client that sent a request. */
export type AddressOf = (request: IncomingMessage) => string;

/**
 * Read TRUSTED_PROXIES.
 *
 * @param proxies addresses, ranges and names of proxy-addr; none means that nobody is believed
 */
export function trustOf(proxies: readonly string[]): Trust {
  return proxies.length === 0 ? () => false : proxyAddr.compile([...proxies]);
}

/**
 * Make the one function that says where requests come from: the connection's other end; if that is a trusted proxy, the
 * right-most address of `X-Forwarded-For` that is not one. What clients write further left proves nothing.
 */
export function createAddressOf(trust: Trust): AddressOf {
  return (request) => {
    const path = proxyAddr.all(request, trust);
    // A proxy that passes on what is no address is counted itself: nobody may choose a name to be counted by.
    return path.findLast((address) => isIP(address) !== 0) ?? 'unknown';
  };
}

/** Who is counted for an address: IPv4 is one holder; of IPv6 it is the /64, because one host gets a whole one (RFC 6177). */
export function holderOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!isIPv6(plain)) return plain;
  const [left = '', right] = plain.split('::');
  const head = left ? left.split(':') : [];
  const tail = right ? right.split(':') : [];
  const zeros = right === undefined ? 0 : 8 - head.length - tail.length;
  return [...head, ...Array<string>(Math.max(0, zeros)).fill('0'), ...tail].slice(0, 4).join(':');
}
