import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';

import { type Response, Router } from 'express';

import { matchesTag } from '../http/entity-tag.ts';
import { onlyMethods } from '../http/only-methods.ts';
import { type DocumentParts, openApiDocument } from '../openapi/document.ts';
import { docsPage, initializer, look } from './docs-page.ts';

/** Scripts, styles and calls of this server, and nothing inline. The library's styles carry small pictures in them. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** What the page needs of the library. */
const libraryFiles = ['swagger-ui.css', 'swagger-ui-bundle.js'];

/** `GET /openapi.json`, and `GET /docs`: the same as a page that calls no other host. */
export function docsRoutes(parts: DocumentParts): Router {
  const router = Router();
  let made: { text: string; tag: string } | undefined;
  router
    .route('/openapi.json')
    .get((request, response) => {
      // Made when it is first asked for: a start need not wait for it.
      made ??= documentOf(parts);
      response.set({ ETag: made.tag, 'Cache-Control': 'no-cache' });
      if (matchesTag(request.get('if-none-match'), made.tag)) return void response.status(304).end();
      response.type('json').send(made.text);
    })
    .all(onlyMethods('GET, HEAD'));
  router
    .route('/docs')
    .get((_request, response) => {
      response.set('Content-Security-Policy', policy);
      sendText(response, 'html', docsPage);
    })
    .all(onlyMethods('GET, HEAD'));
  router.get('/docs/initializer.js', (_request, response) => sendText(response, 'js', initializer));
  router.get('/docs/look.css', (_request, response) => sendText(response, 'css', look));
  const root = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
  for (const file of libraryFiles) {
    router.get(`/docs/${file}`, (_request, response) =>
      response.sendFile(file, { root, cacheControl: false, headers: { 'Cache-Control': 'no-cache' } }),
    );
  }
  return router;
}

function documentOf(parts: DocumentParts): { text: string; tag: string } {
  const text = JSON.stringify(openApiDocument(parts));
  return { text, tag: `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"` };
}

function sendText(response: Response, type: string, text: string): void {
  response.set('Cache-Control', 'no-cache').type(type).send(text);
}
