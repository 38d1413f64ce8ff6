import type { ErrorCode } from '@jobwire/runtime';
import type { oas31, ZodOpenApiComponentsObject } from 'zod-openapi';

import type { RouteDoc } from './route-doc.ts';

/** Headers that many answers carry. */
export const sharedHeaders = {
  'X-Request-Id': {
    description: 'Names this request in the logs: the one that came with it if it is plain, else a new one.',
    schema: { type: 'string', examples: ['01980f4e-7a10-7c3b-9d52-1f6f4b0c6e11'] },
  },
  'Server-Timing': {
    description: 'How long the answer took, in milliseconds.',
    schema: { type: 'string', examples: ['app;dur=3.2'] },
  },
  RateLimit: {
    description: 'What is left of the rule that counted this request, and the seconds until it is whole again.',
    schema: { type: 'string', examples: ['"accounts";r=19;t=53'] },
  },
  'RateLimit-Policy': {
    description: 'The rule: so many requests in so many seconds.',
    schema: { type: 'string', examples: ['"accounts";q=20;w=60'] },
  },
  'Retry-After': {
    description: 'When it makes sense to come back, in seconds.',
    schema: { type: 'integer', minimum: 0, examples: [2] },
  },
} as const satisfies ZodOpenApiComponentsObject['headers'];

type SharedHeader = keyof typeof sharedHeaders;

/** The headers of a successful answer: its own, and the shared ones. */
export function answerHeaders(doc: RouteDoc, own: Readonly<Record<string, string>>): oas31.HeadersObject {
  return {
    ...shared('X-Request-Id', 'Server-Timing'),
    ...(doc.alwaysOpen ? {} : shared('RateLimit', 'RateLimit-Policy')),
    ...Object.fromEntries(
      Object.entries(own).map(([name, description]) => [name, { description, schema: { type: 'string' as const } }]),
    ),
  };
}

/** Errors that say when to come back. */
const waiting: ReadonlySet<ErrorCode> = new Set([
  'TOO_MANY_REQUESTS',
  'TOO_MANY_JOBS',
  'TOO_MANY_SOCKETS',
  'UNAVAILABLE',
  'IDEMPOTENCY_IN_PROGRESS',
]);

/** The headers of an error answer. */
export function problemHeaders(codes: readonly ErrorCode[]): oas31.HeadersObject {
  return shared(
    'X-Request-Id',
    ...(codes.some((code) => waiting.has(code)) ? (['Retry-After'] as const) : []),
    ...(codes.includes('TOO_MANY_REQUESTS') ? (['RateLimit', 'RateLimit-Policy'] as const) : []),
  );
}

function shared(...names: readonly SharedHeader[]): oas31.HeadersObject {
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
}
