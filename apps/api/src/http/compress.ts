import compression from 'compression';
import type { Request, RequestHandler, Response } from 'express';

/** Smaller answers fit into one packet anyway, in bytes. */
const threshold = 1_024;

/** Text that gets smaller. Streams of events are text too, but would wait in the compressor. */
const compressible = /^(application\/([\w.-]+\+)?json|application\/javascript|text\/(html|css|javascript|plain))\b/;

/**
 * Compress large answers of JSON, pages and scripts. Left as they are:
 *
 * - answers to anything but GET: those of POST carry tickets and tokens beside what the caller sent, and how well the two
 *   compress together would tell about the secret (BREACH);
 * - pages that are never stored, because the page of a link holds its token;
 * - answers with a strong ETag, which names exactly these bytes (RFC 9110 §8.8.1), and files, which can be read in ranges;
 * - streams of events and images.
 */
export function compress(): RequestHandler {
  const pack = compression({ threshold, filter: isWorthIt });
  return (request, response, next) => (request.method === 'GET' ? pack(request, response, next) : next());
}

function isWorthIt(_request: Request, response: Response): boolean {
  const type = String(response.get('Content-Type'));
  if (!compressible.test(type)) return false;
  if (response.get('ETag')?.startsWith('"') || response.get('Accept-Ranges') === 'bytes') return false;
  return !(type.startsWith('text/html') && String(response.get('Cache-Control')).includes('no-store'));
}
