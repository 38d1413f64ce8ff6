import { type ErrorCode, errorCatalogue } from '@jobwire/runtime';

import { type Audience, contents, mediaTypeOf, type RouteDoc } from './route-doc.ts';

/** What whoever sends a bearer token may be told. */
const bearers: readonly Audience[] = ['ticket', 'user', 'key', 'viewer', 'operator'];

/** What reading a body of a media type may find wrong with it. */
const bodyErrors: Readonly<Record<string, readonly ErrorCode[]>> = {
  'application/json': [
    'BAD_JSON',
    'BAD_REQUEST',
    'BODY_TOO_LARGE',
    'UNSUPPORTED_MEDIA_TYPE',
    'INVALID_INPUT',
    'REQUEST_TIMEOUT',
  ],
  'application/x-www-form-urlencoded': ['BAD_REQUEST', 'BODY_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE', 'REQUEST_TIMEOUT'],
};

/** Every error that a route may answer: its own, and those that come with what it reads. */
export function errorsOf(doc: RouteDoc): ReadonlySet<ErrorCode> {
  return new Set([
    ...(doc.errors ?? []),
    ...contents(doc.body).flatMap((body) => bodyErrors[mediaTypeOf(body) ?? ''] ?? []),
    ...audienceErrors(doc.audience),
    ...when(doc.headers?.['Idempotency-Key'], [
      'IDEMPOTENCY_KEY_INVALID',
      'IDEMPOTENCY_IN_PROGRESS',
      'IDEMPOTENCY_CONFLICT',
    ]),
    // A path whose percent-encoding is broken, and one that names nothing.
    ...when(doc.params, ['BAD_REQUEST', 'NOT_FOUND']),
    ...when(!doc.alwaysOpen, ['TOO_MANY_REQUESTS', 'UNAVAILABLE']),
    // What stands before every route: the allow-list, and the form of a request.
    'ADDRESS_NOT_ALLOWED',
    'URI_TOO_LONG',
    'HEADERS_TOO_LARGE',
    'INTERNAL',
  ]);
}

/** The errors of a route by their status. */
export function errorsByStatus(doc: RouteDoc): ReadonlyMap<number, readonly ErrorCode[]> {
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of errorsOf(doc)) {
    const { status } = errorCatalogue[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return byStatus;
}

function audienceErrors(audience: readonly Audience[]): readonly ErrorCode[] {
  const administrators = audience.every((who) => who === 'viewer' || who === 'operator');
  return [
    ...when(
      audience.some((who) => bearers.includes(who)),
      ['UNAUTHENTICATED'],
    ),
    ...when(administrators, ['FORBIDDEN']),
    ...when(audience.includes('signed'), ['SIGNATURE_INVALID']),
  ];
}

function when(condition: unknown, codes: readonly ErrorCode[]): readonly ErrorCode[] {
  return condition ? codes : [];
}
