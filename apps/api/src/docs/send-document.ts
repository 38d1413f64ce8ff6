import { createHash } from 'node:crypto';

import type { RequestHandler } from 'express';

import { matchesTag } from '../http/entity-tag.ts';

/** Answer with a JSON document that changes with a release alone. It is made when it is first asked for: a start need not wait. */
export function sendDocument(make: () => object): RequestHandler {
  let made: { text: string; tag: string } | undefined;
  return (request, response) => {
    made ??= tagged(JSON.stringify(make()));
    response.set({ ETag: made.tag, 'Cache-Control': 'no-cache' });
    if (matchesTag(request.get('if-none-match'), made.tag)) return void response.status(304).end();
    response.type('json').send(made.text);
  };
}

function tagged(text: string): { text: string; tag: string } {
  return { text, tag: `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"` };
}
