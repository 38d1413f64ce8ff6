import { createHash } from 'node:crypto';

import type { Response } from 'express';

import { style as pageStyle } from '../home/style.ts';
import { brand } from '../http/look.ts';

const style = `${pageStyle}
  .bar { display: flex; flex-wrap: wrap; gap: 1.5rem; margin: 1rem 0 }
  figure { margin: 0 } figcaption { font-size: .85rem; margin: 0 0 .4rem }
  iframe { display: block; border: 1px solid var(--line); border-radius: var(--radius); height: 38rem; max-width: 100% }
  .narrow { width: 320px } .wide { width: 760px }
  pre { white-space: pre-wrap; overflow-wrap: anywhere }
  .full { max-width: none }
`;

/** Frames of this server, and a style; nothing else. */
const policy = [
  "default-src 'none'",
  "frame-src 'self'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** A page of the preview. */
export interface PreviewPage {
  /** HTML, escaped. */
  title: string;
  /** HTML. */
  main: string;
}

/** Send a page of the preview. */
export function sendPreview(response: Response, { title, main }: PreviewPage): void {
  response.set({ 'Content-Security-Policy': policy, 'Cache-Control': 'no-store' }).type('html').send(`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Jobwire</title>
<style>${style}</style>
<header class="full">${brand}</header>
<main class="full">
${main}
</main>
`);
}

/** Text as HTML (HTML standard, 13.1.4). */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
