import { describe, expect, it } from '@jest/globals';
import { Router } from 'express';

import { startLiveSystem } from '../sockets/testing/live-system.ts';
import { createAddressOf, trustOf } from './client-address.ts';
import { createIpGate, type IpGate } from './ip-allowlist.ts';
import { rawRequest } from './testing/raw-request.ts';
import { type SmallServer, smallServer } from './testing/small-server.ts';

const routes = Router().get(
  ['/things', '/livez', '/readyz', '/health'],
  (_request, response) => void response.json({ inside: true }),
);

/** A gate behind a proxy on this machine, which says who comes. */
const gateOf = (allowed: readonly string[], proxies: readonly string[] = ['loopback']): IpGate =>
  createIpGate(allowed, createAddressOf(trustOf(proxies)));

async function withServer(mayEnter: IpGate, work: (server: SmallServer) => Promise<void>): Promise<void> {
  const server = await smallServer([routes], { mayEnter });
  try {
    await work(server);
  } finally {
    await server.stop();
  }
}

const from = (server: SmallServer, address: string, path = '/things'): Promise<Response> =>
  fetch(`${server.url}${path}`, { headers: { 'x-forwarded-for': address } });

describe('IP_ALLOWLIST', () => {
  it('lets the listed addresses and ranges in, and nobody else', async () => {
    await withServer(gateOf(['10.1.0.0/16', '203.0.113.7', '2001:db8::/32']), async (server) => {
      for (const address of ['10.1.2.3', '203.0.113.7', '::ffff:10.1.2.3', '2001:db8::7']) {
        expect([address, (await from(server, address)).status]).toEqual([address, 200]);
      }
      for (const address of ['10.2.0.1', '203.0.113.8', '2001:db9::7', 'nonsense', '']) {
        const refused = await from(server, address);
        expect([address, refused.status]).toEqual([address, 403]);
        expect(await refused.json()).toMatchObject({ code: 'ADDRESS_NOT_ALLOWED' });
      }
    });
  });

  it('judges by the nearest address that no trusted proxy has, whatever is claimed further left', async () => {
    await withServer(gateOf(['10.1.2.3']), async (server) => {
      expect((await from(server, '10.1.2.3, 203.0.113.9')).status).toBe(403);
    });
    await withServer(gateOf(['10.1.2.3'], []), async (server) => {
      expect((await from(server, '10.1.2.3')).status).toBe(403);
    });
  });

  it('tells this machine alone how the process is', async () => {
    await withServer(gateOf(['10.1.2.3']), async (server) => {
      for (const path of ['/livez', '/readyz', '/health', '/api/v1/readyz']) {
        expect([path, (await fetch(`${server.url}${path}`)).status]).toEqual([path, 200]);
        expect([path, (await from(server, '203.0.113.9', path)).status]).toEqual([path, 403]);
      }
      expect((await fetch(`${server.url}/things`)).status).toBe(403);
    });
  });

  it('lets everybody in while it is empty', async () => {
    await withServer(gateOf([]), async (server) => expect((await from(server, '203.0.113.9')).status).toBe(200));
  });

  it('holds for sockets too', async () => {
    const system = await startLiveSystem({ mayEnter: gateOf(['10.1.2.3'], []) });
    try {
      const handshake = 'GET /ws HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n';
      const { status, text } = await rawRequest(Number(new URL(system.url).port), handshake);
      expect(status).toBe(403);
      expect(text).toContain('"code":"ADDRESS_NOT_ALLOWED"');
    } finally {
      await system.stop();
    }
  });
});
