import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterEach, describe, expect, it } from '@jest/globals';

import { createAddressOf, trustOf } from './client-address.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** What a server that trusts these proxies takes for our address, when we send this header. */
async function addressFor(proxies: string[], forwarded?: string | string[]): Promise<string> {
  const addressOf = createAddressOf(trustOf(proxies));
  const server = createServer((request, response) => void response.end(addressOf(request))).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  const headers = new Headers();
  for (const value of [forwarded ?? []].flat()) headers.append('x-forwarded-for', value);
  headers.append('x-real-ip', '9.9.9.9');
  headers.append('forwarded', 'for=9.9.9.9');
  const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, { headers });
  return response.text();
}

const ten = Array.from({ length: 10 }, (_, n) => `198.51.100.${n}`).join(', ');

describe('the address of a client', () => {
  it.each([
    ['nothing', undefined],
    ['an address', '198.51.100.1'],
    ['ten addresses', ten],
    ['IPv6', '2001:db8::1'],
    ['garbage', 'localhost, "\', ;;; <script>, 999.1.1.1,,'],
    ['our own address', '127.0.0.1'],
    ['the header twice', ['198.51.100.1', '198.51.100.2']],
  ])('is the connection, whatever is claimed by a stranger: %s', async (_what, forwarded) => {
    expect(await addressFor([], forwarded)).toBe('127.0.0.1');
    expect(await addressFor(['10.0.0.0/8', '192.0.2.1'], forwarded)).toBe('127.0.0.1');
  });

  it.each([
    ['one address', '198.51.100.1', '198.51.100.1'],
    ['what the client wrote left of it', '6.6.6.6, 198.51.100.1', '198.51.100.1'],
    ['ten addresses', ten, '198.51.100.9'],
    ['the right-most that is no proxy of ours', '6.6.6.6, 198.51.100.1, 10.1.2.3, 10.3.2.1', '198.51.100.1'],
    ['proxies alone', '10.1.2.3, 10.3.2.1', '10.1.2.3'],
    ['IPv6', '6.6.6.6, 2001:db8::1', '2001:db8::1'],
    ['the header twice', ['6.6.6.6', '198.51.100.1'], '198.51.100.1'],
    ['nothing', undefined, '127.0.0.1'],
    ['garbage', '198.51.100.1, garbage', '127.0.0.1'],
    ['garbage behind a second proxy', 'unknown, 10.1.2.3', '10.1.2.3'],
    ['an address with a port', '198.51.100.1:4711', '127.0.0.1'],
  ])('behind a trusted proxy is what it says: %s', async (_what, forwarded, address) => {
    expect(await addressFor(['loopback', '10.0.0.0/8'], forwarded)).toBe(address);
  });
});
