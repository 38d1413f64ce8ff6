import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { asError, type ErrorCode, errorCatalogue } from './errors.ts';
import type { Metrics } from './metrics/create-metrics.ts';

/** What a process without an API of its own says about itself. */
export interface HealthChecks {
  /** False from the first moment of stopping. */
  accepting(): boolean;
  /** Checks by name; one that rejects makes the process not ready. */
  checks: Readonly<Record<string, () => Promise<unknown>>>;
}

/**
 * Serve `/metrics`, and `/livez` and `/readyz` (the Kubernetes API server's names: livez restarts, readyz routes). Liveness asks nobody:
 * a dependency that is away is no reason to restart.
 *
 * @returns the address and a function that stops listening
 */
export async function startHealthServer(
  port: number,
  health: HealthChecks,
  metrics?: Pick<Metrics, 'text' | 'contentType'>,
): Promise<{ url: string; stop(): Promise<void> }> {
  const server = createServer((request, response) => {
    const reply = (status: number, body: unknown): void => {
      response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
      response.end(`${JSON.stringify(body)}\n`);
    };
    if (request.url === '/livez') return reply(200, { status: 'alive' });
    if (request.url === '/readyz') {
      return void readiness(health).then(({ ready, body }) => reply(ready ? 200 : 503, body));
    }
    if (request.url === '/metrics' && metrics) {
      return void metrics.text().then((text) => {
        response.writeHead(200, { 'content-type': metrics.contentType, 'cache-control': 'no-store' });
        response.end(text);
      });
    }
    const code: ErrorCode = 'NOT_FOUND';
    return reply(errorCatalogue[code].status, { code, title: errorCatalogue[code].title });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, resolve);
  });
  const { port: bound } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${bound}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Ask every dependency; the body says which one is missing. */
export async function readiness(health: HealthChecks): Promise<{ ready: boolean; body: Record<string, unknown> }> {
  const accepting = health.accepting();
  const outcomes = await Promise.all(
    Object.entries(health.checks).map(async ([name, check]) => {
      try {
        await check();
        return { name, state: 'ok' };
      } catch (error) {
        return { name, state: asError(error).message };
      }
    }),
  );
  const ready = accepting && outcomes.every(({ state }) => state === 'ok');
  const checks = Object.fromEntries(outcomes.map(({ name, state }) => [name, state]));
  return { ready, body: { status: ready ? 'ready' : accepting ? 'not ready' : 'stopping', checks } };
}
