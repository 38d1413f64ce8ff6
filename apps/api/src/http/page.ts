import { createHash } from 'node:crypto';

import type { Locale } from '@jobwire/runtime';
import type { Response } from 'express';

import { brand, look } from './look.ts';

/** A small page of HTML that works without scripts. */
export interface Page {
  language: Locale;
  title: string;
  text: string;
  /** A button that posts a link's token; the token must be plain. */
  button?: { action: string; token: string; label: string };
  /** A way on. */
  link?: { href: string; label: string };
}

const style = `${look}
  body { min-height: 100vh; display: grid; place-items: center; padding: 1rem }
  main { width: 100%; max-width: 28rem; padding: clamp(1.25rem, 5vw, 2rem); border: 1px solid var(--line); border-radius: var(--radius); background: var(--surface); box-shadow: var(--shadow); text-align: center; overflow-wrap: anywhere }
  .brand { margin-bottom: .75rem }
  p { margin: 0; color: var(--muted) }
  form, .way { margin-top: 1.25rem }
  button, .way a { display: inline-flex; align-items: center; min-height: 2.75rem; padding: .5rem 1.4rem; border: 1px solid var(--accent); border-radius: var(--radius-small); background: var(--accent); color: var(--on-accent); font: inherit; font-weight: 550; text-decoration: none; cursor: pointer }
  button:hover, .way a:hover { background: color-mix(in srgb, var(--accent) 88%, var(--ink)) }
`;

/** No script, no image, nothing from elsewhere; forms go to this server only and nobody may frame the page. */
const policy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Send a page. It is never stored, and its address, which may hold a token, is never told to other sites. */
export function sendPage(response: Response, status: number, page: Page): void {
  response
    .status(status)
    .set({
      'Content-Security-Policy': policy,
      'Cache-Control': 'no-store',
      // Not `no-referrer`: with it browsers send `Origin: null` even to the same site (Fetch, "append a request Origin header").
      'Referrer-Policy': 'same-origin',
      'Content-Language': page.language,
    })
    .type('html')
    .send(htmlOf(page));
}

function htmlOf({ language, title, text, button, link }: Page): string {
  const form = button
    ? `<form method="post" action="${button.action}"><input type="hidden" name="token" value="${button.token}"><button>${button.label}</button></form>`
    : '';
  const way = link ? `<p class="way"><a href="${link.href}">${link.label}</a></p>` : '';
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · Jobwire</title>
<style>${style}</style>
<main>${brand}<h1>${title}</h1><p>${text}</p>${form}${way}</main>
</html>
`;
}
