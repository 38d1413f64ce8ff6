import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

import { createEvents, type Emit } from '@jobwire/runtime';
import { type EventSpy, spyEvents } from '@jobwire/testing';
import type { Router } from 'express';

import { type AppOptions, createApp } from '../app.ts';
import { createHttpServer, type ServerLimits } from '../server.ts';

/** An application of a test's own routes behind everything that stands before the real ones. */
export interface SmallServer {
  url: string;
  port: number;
  seen: EventSpy;
  stop(): Promise<void>;
}

/** Start it on a free port. */
export async function smallServer(
  routers: readonly Router[],
  { limits = {}, ...options }: AppOptions & { limits?: Partial<ServerLimits> } = {},
): Promise<SmallServer> {
  const events = createEvents();
  const seen = spyEvents(events);
  const emit: Emit = events.emit;
  const server = createHttpServer(createApp(routers, emit, options), emit, limits).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    seen,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
