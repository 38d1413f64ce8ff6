import { createHash } from 'node:crypto';

import type { Locale } from '@jobwire/runtime';
import type { Response } from 'express';

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

const style = `
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
  body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 1rem; box-sizing: border-box }
  main { max-width: 26rem; text-align: center }
  h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .5rem }
  button { font: inherit; font-weight: 600; padding: .75rem 1.5rem; border: 0; border-radius: .5rem; background: #1d4ed8; color: #fff; cursor: pointer }
  button:focus-visible, a:focus-visible { outline: 3px solid #60a5fa; outline-offset: 2px }
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
  const way = link ? `<p><a href="${link.href}">${link.label}</a></p>` : '';
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · Jobwire</title>
<style>${style}</style>
<main><h1>${title}</h1><p>${text}</p>${form}${way}</main>
</html>
`;
}
