import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { ExpressAdapter } from '@bull-board/express';
import type { Engine } from '@jobwire/queue';
import { appError } from '@jobwire/runtime';
import { type RequestHandler, Router } from 'express';

/** Where the board is. */
const path = '/admin/queues';

/** The board's own pages need scripts and styles of this server; everything else stays forbidden. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'self'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * Bull Board over every queue, behind the guard. It is read-only: what it could change, it would change in the engine
 * alone, behind the record's back.
 */
export function boardRoutes(engine: Engine, guard: RequestHandler): Router {
  const adapter = new ExpressAdapter();
  adapter.setBasePath(path);
  createBullBoard({
    queues: engine.names.map(
      (name) => new BullMQAdapter(engine.queue(name), { readOnlyMode: true, allowRetries: false }),
    ),
    serverAdapter: adapter,
    options: { uiConfig: { boardTitle: 'Jobwire', hideRedisDetails: true } },
  });
  const router = Router();
  router.use('/admin', guard, (request, response, next) => {
    // The adapters' read-only mode leaves out routes over all queues; this leaves out none.
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      throw appError('FORBIDDEN', { detail: 'The board is read-only' });
    }
    response.set({ 'Content-Security-Policy': contentSecurityPolicy, 'Cache-Control': 'no-store' });
    next();
  });
  router.use(path, adapter.getRouter() as Router);
  return router;
}
