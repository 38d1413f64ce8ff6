import { createHash } from 'node:crypto';

import type { Config } from '@jobwire/runtime';
import { type Response, Router } from 'express';

import { docsPage } from './docs-page.ts';
import { homePage } from './home-page.ts';
import { style } from './style.ts';

const policy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** `GET /`: what runs here and how to try it. `GET /docs`: every route. Pages without scripts. */
export function homeRoutes({ NODE_ENV }: Pick<Config, 'NODE_ENV'>): Router {
  const router = Router();
  router.get('/', (_request, response) => send(response, homePage(NODE_ENV === 'development')));
  router.get('/docs', (_request, response) => send(response, docsPage()));
  return router;
}

function send(response: Response, { title, main }: { title: string; main: string }): void {
  response.set({ 'Content-Security-Policy': policy, 'Cache-Control': 'no-cache' }).type('html').send(`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${style}</style>
<main>
${main}
</main>
`);
}
