import { z } from 'zod';

import type { Content, RouteDoc } from '../openapi/route-doc.ts';

/** What a signed address carries beside its signature. */
export const signedQuery = z.object({
  v: z.string().optional().meta({ description: 'The content’s version' }),
  expires: z.string().optional().meta({ description: 'Until when, in seconds since 1970' }),
  key: z.string().optional().meta({ description: 'Which key signed' }),
});

const headers = {
  ETag: 'The SHA-256 of the bytes.',
  'Cache-Control': 'They never change: keep them until the address expires.',
  'Accept-Ranges': '`bytes`.',
};

const bytes = (about: string, type: string, more: Readonly<Record<string, string>> = {}): Content => ({
  about,
  type,
  headers: { ...headers, ...more },
});

/** What every route that answers stored bytes has in common. */
export function signedBytes(type: string): Pick<RouteDoc, 'headers' | 'answers' | 'errors'> {
  return {
    headers: {
      'If-None-Match': 'The `ETag` that you have.',
      Range: 'Part of the bytes (RFC 9110 §14): one range.',
      'If-Range': 'The `ETag` that the range belongs to.',
    },
    answers: {
      200: bytes('The bytes.', type),
      206: bytes('The range.', type, { 'Content-Range': 'Which part this is.' }),
      304: { about: 'You have it.', headers },
    },
    errors: ['RANGE_NOT_SATISFIABLE'],
  };
}
