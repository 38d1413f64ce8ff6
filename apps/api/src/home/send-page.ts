import { createHash } from 'node:crypto';

import type { Response } from 'express';

import { brand } from '../http/look.ts';
import { style } from './style.ts';

/** A page of this look. */
export interface HomePage {
  /** HTML, escaped. */
  title: string;
  /** HTML. */
  main: string;
}

const policy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Send a page without scripts. */
export function sendHomePage(response: Response, { title, main }: HomePage): void {
  response.set({ 'Content-Security-Policy': policy, 'Cache-Control': 'no-cache' }).type('html').send(`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${style}</style>
<header>${brand}</header>
<main>
${main}
</main>
`);
}
