import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';

/** Who is counted: the address of the connection's other end. */
export function peerAddress(request: IncomingMessage): string {
  return holderOf(request.socket.remoteAddress ?? 'unknown');
}

/** An IPv4 address is one holder; of IPv6 it is the /64, because one host gets a whole one (RFC 6177). */
export function holderOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!isIPv6(plain)) return plain;
  const [left = '', right] = plain.split('::');
  const head = left ? left.split(':') : [];
  const tail = right ? right.split(':') : [];
  const zeros = right === undefined ? 0 : 8 - head.length - tail.length;
  return [...head, ...Array<string>(Math.max(0, zeros)).fill('0'), ...tail].slice(0, 4).join(':');
}
