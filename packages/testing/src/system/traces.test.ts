import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { createStops, engines, eventually, testDatabase, testSmtp } from '../index.ts';
import { acceptMail, watchToEnd } from './accepted-work.ts';
import { type System, startSystem } from './system.ts';

interface Span {
  service: string;
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
}

interface Sent {
  resourceSpans: {
    resource: { attributes: { key: string; value: { stringValue?: string } }[] };
    scopeSpans: { spans: Omit<Span, 'service'>[] }[];
  }[];
}

/** A collector that takes OTLP over HTTP as JSON. */
async function collector(): Promise<{ url: string; spans: Span[]; stop(): Promise<void> }> {
  const spans: Span[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    for (const { resource, scopeSpans } of (JSON.parse(body) as Sent).resourceSpans) {
      const service = resource.attributes.find(({ key }) => key === 'service.name')?.value.stringValue ?? '';
      for (const scope of scopeSpans) spans.push(...scope.spans.map((span) => ({ ...span, service })));
    }
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    spans,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

describe.each(engines.slice(0, 1))('the trace of a job ($kind)', (engine) => {
  const stops = createStops();
  let system: System;
  let spans: Span[];
  beforeAll(async () => {
    const database = stops.add(await testDatabase());
    const { redisUrl } = stops.add(await engine.start());
    const smtp = stops.add(await testSmtp());
    const collected = stops.add(await collector());
    ({ spans } = collected);
    const env = { OTEL_EXPORTER_OTLP_ENDPOINT: collected.url };
    system = stops.add(await startSystem({ databaseUrl: database.url, redisUrl, smtpUrl: smtp.url, env }));
  });
  afterAll(() => stops.stopAll());

  it('leads from the request over processes to the frame', async () => {
    await system.workers[0]?.stop();
    const client = system.client();
    const watched = watchToEnd(client, await acceptMail(client, 'ada@example.com'));
    await eventually(async () => {
      const health = (await (await fetch(`${system.api.url}/health`)).json()) as { sockets: number };
      expect(health.sockets).toBe(1);
    });
    await system.startWorker();
    await watched;
    await eventually(() => {
      const request = spans.find(({ name }) => name === 'POST /register');
      const found = spans.filter(({ traceId }) => traceId === request?.traceId);
      const named = (name: string): Span | undefined => found.find((span) => span.name === name);
      expect(named('dispatch email.welcome')?.parentSpanId).toBe(request?.spanId);
      expect(named('run email.welcome')).toMatchObject({ service: 'jobwire-worker', parentSpanId: request?.spanId });
      expect(named('send job.succeeded')).toMatchObject({ service: 'jobwire-api', parentSpanId: request?.spanId });
    });
  });

  it('is continued from a program on this machine, and named in error answers', async () => {
    const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
    const answer = await fetch(`${system.api.url}/nothing`, {
      headers: { traceparent: `00-${traceId}-00f067aa0ba902b7-01` },
    });
    expect(await answer.json()).toMatchObject({ code: 'NOT_FOUND', traceId });
    await eventually(() =>
      expect(spans.find((span) => span.traceId === traceId)).toMatchObject({
        name: 'GET none',
        parentSpanId: '00f067aa0ba902b7',
      }),
    );
  });
});
