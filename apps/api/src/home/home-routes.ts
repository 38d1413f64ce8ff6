import type { Config } from '@jobwire/runtime';
import { Router } from 'express';

import { homePage } from './home-page.ts';
import { sendHomePage } from './send-page.ts';

/** `GET /`: what runs here and how to try it. A page without scripts. */
export function homeRoutes({ NODE_ENV }: Pick<Config, 'NODE_ENV'>): Router {
  const router = Router();
  router.get('/', (_request, response) => sendHomePage(response, homePage(NODE_ENV === 'development')));
  return router;
}
