import { type HealthChecks, readiness } from '@jobwire/runtime';
import { Router } from 'express';

/** What `/health` tells beside the checks. */
export interface HealthFacts {
  version: string;
  engine: string;
  /** Facts of the moment, e.g. how many sockets are open. */
  now(): Record<string, unknown>;
}

/**
 * `GET /health` for people, `/livez` and `/readyz` for containers. Redis is not among the checks that decide: without it
 * work is still accepted, so a proxy must go on sending it.
 */
export function healthRoutes(health: HealthChecks, facts: HealthFacts): Router {
  const router = Router();
  router.get('/livez', (_request, response) => void response.json({ status: 'alive' }));
  router.get('/readyz', async (_request, response) => {
    const { ready, body } = await readiness(health);
    response
      .status(ready ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .json(body);
  });
  router.get('/health', async (_request, response) => {
    const { ready, body } = await readiness(health);
    const { version, engine, now } = facts;
    response
      .status(ready ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .json({ ...body, status: ready ? 'healthy' : 'unhealthy', version, engine, ...now() });
  });
  return router;
}
