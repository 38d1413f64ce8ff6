import { type JsonSchema, valuesOf } from '@jobwire/testing/json-values';
import fc from 'fast-check';

import type { ApiDocument, Operation } from './document.ts';
import { hostileTexts } from './hostile.ts';

/** A text of a request: as it is, one that must not be escaped, or what somebody has (known when it is sent). */
export type Text = { is: string } | { raw: string } | { known: 'own' | 'foreign' };

/** Percent-encodings that decode to no text, or to what a path must not hold. */
const rawTexts = ['%', '%zz', '%ff', '%c0%ae', '%00', '%2f', '%2e%2e', 'a;b=c', '@', 'a%20b', '%F0%9F%92%A5'];

/** Values of the path's parameters. An empty one would be another path. */
export function parametersFor(
  { parameters }: Operation,
  named: ApiDocument['named'],
): fc.Arbitrary<Record<string, Text>> {
  const inPath = parameters.filter((parameter) => parameter.in === 'path');
  return fc.record(
    Object.fromEntries(
      inPath.map(({ name, schema }) => [
        name,
        fc.oneof(
          { weight: 6, arbitrary: fc.constantFrom<Text>({ known: 'own' }, { known: 'own' }, { known: 'foreign' }) },
          { weight: 2, arbitrary: textsOf(schema, named).filter((text) => !('is' in text) || isSegment(text.is)) },
          { weight: 1, arbitrary: fc.constantFrom(...rawTexts).map((raw): Text => ({ raw })) },
          { weight: 1, arbitrary: hostileTexts.filter(isSegment).map((is): Text => ({ is })) },
        ),
      ]),
    ),
  );
}

/** Dots alone would be another path to whoever normalises it. */
function isSegment(text: string): boolean {
  return !/^\.{0,2}$/.test(text);
}

/** Parameters of the query: those that the document knows, and others. */
export function queryFor(
  { parameters }: Operation,
  named: ApiDocument['named'],
): fc.Arbitrary<(readonly [string, Text])[]> {
  const known = parameters
    .filter((parameter) => parameter.in === 'query')
    .map(({ name, schema }) =>
      fc.tuple(fc.constant(name), fc.oneof({ weight: 3, arbitrary: textsOf(schema, named) }, hostile)),
    );
  const others = ['ticket', 'a', '__proto__', 'state[$ne]', 'q[]', '', 'signature'];
  const unknown = fc.tuple(fc.constantFrom(...others), hostile);
  const some = known.length > 0 ? fc.array(fc.oneof(...known), { maxLength: 4 }) : fc.constant([]);
  const more = fc.oneof({ weight: 5, arbitrary: fc.constant([]) }, fc.array(unknown, { maxLength: 2 }));
  return fc.tuple(some, more).map(([a, b]) => [...a, ...b]);
}

const hostile: fc.Arbitrary<Text> = hostileTexts.map((is) => ({ is }));

function textsOf(schema: JsonSchema, named: ApiDocument['named']): fc.Arbitrary<Text> {
  return valuesOf(schema, named).map((value) => ({ is: typeof value === 'string' ? value : JSON.stringify(value) }));
}

/** Values that some header may have; others are hostile. */
const values: Readonly<Record<string, readonly string[]>> = {
  accept: ['text/event-stream', 'application/json', '*/*', 'text/html', 'nothing/at-all', ';;;,'],
  'accept-language': ['en', 'zh-CN', 'de;q=0.1', '*', 'x'.repeat(500)],
  'idempotency-key': ['once', 'twice', 'x'.repeat(255), 'x'.repeat(256), ''],
  'if-none-match': ['"1"', '*', 'W/"1"', '"x", "y"'],
  'if-range': ['"1"', 'Tue, 24 Nov 2026 00:00:00 GMT'],
  range: ['bytes=0-0', 'bytes=5-', 'bytes=-1', 'bytes=9-1', 'bytes=0-99999999999999999999', 'bytes=0-1,3-4', 'lines=1'],
  prefer: ['wait=0', 'wait=1', 'wait=-1', 'wait=99999999999', 'respond-async, wait=1', 'wait'],
  'last-event-id': ['0', '1', 'k3x9:1', '-1', '1e3'],
  origin: ['https://evil.example', 'null', 'http://localhost:0', '://'],
  upgrade: ['websocket', 'h2c'],
  'sec-websocket-protocol': ['jobwire.v1', 'other', 'a,a,a'],
};

/** Headers: those that the document knows, and others that every server reads. */
export function headersFor({ parameters }: Operation): fc.Arbitrary<Record<string, string>> {
  const known = parameters.filter((parameter) => parameter.in === 'header').map(({ name }) => name.toLowerCase());
  const always = [
    'accept',
    'x-request-id',
    'x-forwarded-for',
    'origin',
    'cookie',
    'range',
    'if-none-match',
    'traceparent',
  ];
  const named = (names: readonly string[]) =>
    fc.constantFrom(...names).chain((name) => valuesFor(name).map((value) => [name, value] as const));
  const some = known.length > 0 ? fc.array(named(known), { maxLength: 3 }) : fc.constant([]);
  const more = fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, fc.array(named(always), { maxLength: 2 }));
  return fc.tuple(some, more).map((pairs) => Object.fromEntries(pairs.flat()));
}

function valuesFor(name: string): fc.Arbitrary<string> {
  const usual = values[name];
  return usual ? fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...usual) }, inHeader) : inHeader;
}

/** What a client can put into a header at all: bytes without control characters. */
const inHeader = hostileTexts.map((text) =>
  Buffer.from(text)
    .toString('latin1')
    .replaceAll(/[^\t\x20-\x7e\x80-\xff]/g, ''),
);
