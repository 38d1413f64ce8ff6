import { createRequire } from 'node:module';
import { dirname } from 'node:path';

import { type Response, Router } from 'express';

import { asyncApiDocument } from '../asyncapi/document.ts';
import { onlyMethods } from '../http/only-methods.ts';
import { type DocumentParts, openApiDocument } from '../openapi/document.ts';
import { docsPage, initializer, look } from './docs-page.ts';
import { sendDocument } from './send-document.ts';

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

/** `GET /openapi.json` and `/asyncapi.json`, and `GET /docs`: the first as a page that calls no other host. */
export function docsRoutes(parts: DocumentParts): Router {
  const router = Router();
  router
    .route('/openapi.json')
    .get(sendDocument(() => openApiDocument(parts)))
    .all(onlyMethods('GET, HEAD'));
  router
    .route('/asyncapi.json')
    .get(sendDocument(() => asyncApiDocument(parts.version)))
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

function sendText(response: Response, type: string, text: string): void {
  response.set('Cache-Control', 'no-cache').type(type).send(text);
}
