import { join } from 'node:path';

import express, { type RequestHandler, type Response, Router } from 'express';

import { consolePolicy } from './console-policy.ts';

/** What browsers and robots ask for by name at the root, where the build has it. */
const rootFiles = ['/favicon.svg', '/robots.txt'];

/** The names of what is in `/assets` change with the content, so that they can be kept for ever; a year is as good. */
const yearMs = 365 * 24 * 3_600_000;

/**
 * The console as it was built: its page at `/`, which is asked for again each time, and what the page loads, which never
 * is. Where there is no build, whoever comes next answers.
 *
 * @param folder the build; looked for on every request, because it may be made while this runs
 */
export function consoleRoutes(folder: string): Router {
  const router = Router();
  router.get(['/', ...rootFiles], files(folder, { index: 'index.html', setHeaders: describePage }));
  router.use('/assets', files(join(folder, 'assets'), { index: false, immutable: true, maxAge: yearMs }));
  return router;
}

type Options = Parameters<typeof express.static>[1];

/** Files that travel compressed: of what is packed on the way nobody can name a range of bytes. */
function files(folder: string, options: Options): RequestHandler {
  return express.static(folder, { dotfiles: 'ignore', redirect: false, acceptRanges: false, ...options });
}

/** Every file at the root may be another one after the next build. */
function describePage(response: Response, path: string): void {
  response.set('Cache-Control', 'no-cache');
  if (path.endsWith('.html')) {
    // With helmet's `no-referrer`, browsers would send `Origin: null` with forms of the page's own site.
    response.set({ 'Content-Security-Policy': consolePolicy, 'Referrer-Policy': 'same-origin' });
  }
}
