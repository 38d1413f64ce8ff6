import { isUtf8 } from 'node:buffer';

import { appError } from '@jobwire/runtime';

/** Deeper than this nobody nests JSON; what goes through it recursively must not run out of stack. */
export const deepestJson = 32;

/** The bytes of JSON's own characters (RFC 8259 §2); in UTF-8 no other character has them as a part. */
const [quote, backslash, openBrace, closeBrace, openBracket, closeBracket] = Buffer.from('"\\{}[]');

/**
 * Check the bytes of a JSON body before they are parsed.
 *
 * @param encoding the charset that the request names, or `utf-8`
 * @throws AppError BAD_JSON when they are not UTF-8 or nested too deeply, UNSUPPORTED_MEDIA_TYPE for another charset:
 * JSON is UTF-8 (RFC 8259 §8.1)
 */
export function checkJson(body: Buffer, encoding: string): void {
  if (encoding !== 'utf-8') throw appError('UNSUPPORTED_MEDIA_TYPE', { detail: 'JSON is sent as UTF-8' });
  if (!isUtf8(body)) throw appError('BAD_JSON', { detail: 'The body is not UTF-8' });
  if (nestsDeeper(body)) throw appError('BAD_JSON', { detail: `Nest at most ${deepestJson} levels` });
}

/** Whether JSON is nested deeper than anybody nests it. One pass over the bytes: the time grows with the size alone. */
export function nestsDeeper(body: Buffer): boolean {
  let depth = 0;
  let inText = false;
  for (let at = 0; at < body.length; at += 1) {
    const byte = body[at];
    if (byte === quote) inText = !inText;
    else if (inText) at += byte === backslash ? 1 : 0;
    else if (byte === openBrace || byte === openBracket) depth += 1;
    else if (byte === closeBrace || byte === closeBracket) depth -= 1;
    if (depth > deepestJson) return true;
  }
  return false;
}
