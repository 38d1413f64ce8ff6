import { createBullBoard } from '@bull-board/api';
import { ExpressAdapter } from '@bull-board/express';
import type { Tx } from '@jobwire/db';
import type { Engine, JobControl } from '@jobwire/queue';
import { appError } from '@jobwire/runtime';
import { type Express, type Request, type RequestHandler, Router } from 'express';

import type { AdminCaller, Gatekeeper } from '../auth/caller.ts';
import { boardActions } from './board-actions.ts';
import { boardProblem } from './board-problem.ts';
import { boardQueues } from './board-queues.ts';
import { type BoardRecords, createBoardRecords } from './board-records.ts';

/** What the board needs. */
export interface BoardOptions {
  db: Tx;
  engine: Pick<Engine, 'names' | 'queue'>;
  control: JobControl;
  gatekeeper: Pick<Gatekeeper, 'adminOf'>;
  guard: RequestHandler;
}

/** Where the board is, and nowhere else: its page knows this path alone. */
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
 * Bull Board over every queue, behind the guard: for viewers without buttons, for operators with those that go through
 * job control. The library itself only ever reads.
 */
export function boardRoutes({ db, engine, control, gatekeeper, guard }: BoardOptions): Router {
  const admins = new WeakMap<Request, AdminCaller>();
  const adminOf = (request: Request): AdminCaller => {
    const admin = admins.get(request);
    if (!admin) throw appError('UNAUTHENTICATED');
    return admin;
  };
  const records = createBoardRecords(db);
  const boards = { viewer: libraryBoard(engine, records, true), operator: libraryBoard(engine, records, false) };

  const router = Router();
  router.use('/admin', guard);
  router.use(path, async (request, response, next) => {
    const admin = await gatekeeper.adminOf(request.headers.cookie);
    if (admin) admins.set(request, admin);
    if (request.baseUrl.toLowerCase() !== path) throw appError('NOT_FOUND');
    response.set({ 'Content-Security-Policy': contentSecurityPolicy, 'Cache-Control': 'no-store' });
    next();
  });
  router.use(path, boardActions({ db, control, names: engine.names, adminOf }));
  router.use(path, (request, response, next) => boards[adminOf(request).role](request, response, next));
  router.use(`${path}/api`, boardProblem());
  return router;
}

function libraryBoard(engine: BoardOptions['engine'], records: BoardRecords, readOnly: boolean): RequestHandler {
  const adapter = new ExpressAdapter();
  adapter.setBasePath(path);
  createBullBoard({
    queues: boardQueues(engine, records, readOnly),
    serverAdapter: adapter,
    options: { uiConfig: { boardTitle: 'Jobwire', hideRedisDetails: true } },
  });
  // The library would answer with the error's own text and tell nobody; thrown again, it comes to our borders.
  adapter.setErrorHandler((error) => {
    throw error;
  });
  const app = adapter.getRouter() as Express;
  return app.disable('x-powered-by');
}
