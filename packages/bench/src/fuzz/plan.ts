import { callerKinds } from '@jobwire/testing';
import fc from 'fast-check';

import type { ApiDocument, Contents, Operation } from './document.ts';
import { formBodies, formType } from './form-body.ts';
import { brokenJson, hostileTexts } from './hostile.ts';
import { jsonBodies } from './json-body.ts';
import { withKnownJobs } from './known-jobs.ts';
import { headersFor, parametersFor, queryFor, type Text } from './plan-texts.ts';

/** Somebody who calls: one of the cast, or who holds a token that nobody gave out. */
export const fuzzCallers = [...callerKinds, 'forger'] as const;

/** A request before it is known which rows there are. */
export interface Plan {
  operation: Operation;
  /** In capitals; not always the operation's. */
  method: string;
  caller: (typeof fuzzCallers)[number];
  /** Values of the path's parameters, by name. */
  path: Readonly<Record<string, Text>>;
  query: readonly (readonly [string, Text])[];
  headers: Readonly<Record<string, string>>;
  body: Body | undefined;
  /** Under `/api/v1` or without. */
  prefix: '' | '/api/v1';
}

/** What a request carries. */
interface Body {
  /** No Content-Type when it is empty. */
  type: string;
  bytes: Buffer;
}

/** Strangers are refused everywhere alike: those who may do something come more often. */
const callers = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('owner', 'operator') },
  { weight: 2, arbitrary: fc.constantFrom('key', 'viewer', 'ticket', 'other user') },
  { weight: 1, arbitrary: fc.constantFrom(...fuzzCallers) },
) satisfies fc.Arbitrary<Plan['caller']>;

/** Requests of one operation: right ones, wrong ones, and everything between. */
export function plansFor(operation: Operation, { named, methods }: ApiDocument): fc.Arbitrary<Plan> {
  const own = methods.get(operation.path) ?? new Set();
  return fc.record({
    operation: fc.constant(operation),
    method: fc.oneof(
      { weight: 12, arbitrary: fc.constant(operation.method) },
      { weight: 1, arbitrary: fc.constantFrom(...otherMethods(own, operation.method)) },
    ),
    caller: callers,
    path: parametersFor(operation, named),
    query: queryFor(operation, named),
    headers: headersFor(operation),
    body: bodiesFor(operation.body, named),
    prefix: fc.constantFrom('', '', '', '/api/v1'),
  });
}

/** Methods that a path does not have; those of WebDAV stand for any that nobody knows. HEAD is a GET without its body. */
function otherMethods(own: ReadonlySet<string>, method: string): string[] {
  const all = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'PROPFIND', 'MKCOL'];
  return [...all.filter((name) => !own.has(name)), ...(method === 'GET' ? ['HEAD'] : [])];
}

function bodiesFor(contents: Contents, named: ApiDocument['named']): fc.Arbitrary<Body | undefined> {
  const right = Object.entries(contents).map(([type, schema]) => typedBody(type, schema, named));
  const wrong = fc.record({
    type: fc.constantFrom(
      '',
      'application/json',
      'application/json; charset=utf-16',
      'application/xml',
      'text/plain',
      'multipart/form-data',
      formType,
      'application/x-www-form-urlencoded',
      ';',
    ),
    bytes: fc.oneof(
      brokenJson,
      formBodies,
      hostileTexts.map((text) => Buffer.from(text)),
    ),
  });
  return right.length === 0
    ? fc.oneof({ weight: 6, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: wrong })
    : fc.oneof(
        { weight: 8, arbitrary: fc.oneof(...right) },
        { weight: 1, arbitrary: wrong },
        { weight: 1, arbitrary: fc.constant(undefined) },
      );
}

function typedBody(type: string, schema: Contents[string], named: ApiDocument['named']): fc.Arbitrary<Body> {
  if (type === 'multipart/form-data') return formBodies.map((bytes) => ({ type: formType, bytes }));
  const texts = jsonBodies(withKnownJobs(schema, named), named);
  if (type === 'application/x-www-form-urlencoded') return texts.map((text) => ({ type, bytes: formOf(text) }));
  return texts.map((text) => ({ type, bytes: Buffer.from(text) }));
}

/** The members of a JSON object as a form, and everything else as it is. */
function formOf(json: string): Buffer {
  const members = /^\{"(\w+)":"([^"]*)"\}$/.exec(json);
  return Buffer.from(members ? new URLSearchParams({ [String(members[1])]: String(members[2]) }).toString() : json);
}
