import type { IdempotencyKey } from '@jobwire/db';
import { appError, sha256 } from '@jobwire/runtime';
import type { Request } from 'express';

import { type Caller, ownerOf } from '../auth/caller.ts';

/** What a key is for. */
export interface KeyedRequest {
  caller: Caller;
  /** Method and path, e.g. `POST /register`; the same for `/api/v1/register`. */
  route: string;
  /** What was asked, as plain data: the parsed body, or the fields and the file's hash. */
  asked: unknown;
}

/**
 * Read `Idempotency-Key`: 1-255 visible ASCII characters, bare or as a string in quotes, which is how
 * draft-ietf-httpapi-idempotency-key-header-07 writes it. Undefined without the header.
 *
 * @throws AppError IDEMPOTENCY_KEY_INVALID
 */
export function readIdempotencyKey(request: Request): string | undefined {
  const given = request.get('idempotency-key');
  if (given === undefined) return undefined;
  const key = /^"(.*)"$/.exec(given)?.[1] ?? given;
  if (/^[\x21-\x7e]{1,255}$/.test(key)) return key;
  throw appError('IDEMPOTENCY_KEY_INVALID', { detail: 'Send 1-255 visible ASCII characters' });
}

/**
 * Say which request a key stands for. The scope of a signed-in caller is who they are. Strangers are told apart by what
 * they ask: a stored answer holds a ticket, so nobody may get it who does not already know the whole request.
 */
export function idempotencyKey(key: string, { caller, route, asked }: KeyedRequest): IdempotencyKey {
  const fingerprint = sha256(`${route}\n${JSON.stringify(asked, sorted)}`);
  return { scope: `${principalOf(caller, fingerprint)} ${route}`, key, fingerprint };
}

/** The order in which members are written says nothing (RFC 8259 §4): a repetition may have another. */
function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function principalOf(caller: Caller, fingerprint: string): string {
  if (caller.kind === 'anonymous') return `anonymous:${fingerprint}`;
  if (caller.kind === 'admin' && caller.userId === null) return `session:${caller.sessionId}`;
  return ownerScope(String(ownerOf(caller)));
}

/** What the scopes of an owner's keys begin with, before a space and the route. */
export function ownerScope(ownerId: string): string {
  return `owner:${ownerId}`;
}
