import { isDeepStrictEqual } from 'node:util';

import { expect } from '@jest/globals';

import { allDocs } from '../all-docs.ts';
import { problemSchema } from '../problem-schema.ts';
import { type Content, contents, mediaTypeOf, type RouteDoc } from '../route-doc.ts';
import { errorsByStatus } from '../route-errors.ts';
import { docOf, docsOf } from './find-doc.ts';

/** What came back, read to its end. */
export interface SeenAnswer {
  status: number;
  headers: Headers;
  /** Empty for answers without one. */
  body: string;
}

/** Expect that an answer is one that the document promises. The response may be read afterwards. */
export async function expectDocumented(method: string, path: string, response: Response): Promise<void> {
  const { status, headers } = response;
  const body = await response.clone().text();
  expect({ method, path, status, offences: offencesOf(method, path, { status, headers, body }) }).toEqual({
    method,
    path,
    status,
    offences: [],
  });
}

/**
 * Compare an answer with the document.
 *
 * @param path as it was called, with or without prefix and query
 * @param docs every route's unless a test plants others
 * @returns what the document does not know; empty when all is well
 */
export function offencesOf(
  method: string,
  path: string,
  answer: SeenAnswer,
  docs: readonly RouteDoc[] = allDocs,
): string[] {
  const missing = answer.headers.get('x-request-id') ? [] : ['no X-Request-Id'];
  const doc = docOf(method, path, docs);
  return [...missing, ...(doc ? knownRoute(method, doc, answer) : unknownRoute(method, path, answer, docs))];
}

/** A method that a known path does not take, or a path that is not known. CORS asks with OPTIONS before it sends. */
function unknownRoute(method: string, path: string, answer: SeenAnswer, docs: readonly RouteDoc[]): string[] {
  const { status, headers } = answer;
  if (method === 'OPTIONS' && (status === 204 || status === 200)) return [];
  const knownPath = docsOf(path, docs).length > 0;
  if (knownPath && status === 405 && !headers.get('allow')) return ['405 without Allow'];
  const codes: Readonly<Record<number, string>> = {
    400: 'BAD_REQUEST',
    404: 'NOT_FOUND',
    ...(knownPath ? { 405: 'METHOD_NOT_ALLOWED' } : {}),
    429: 'TOO_MANY_REQUESTS',
    503: 'UNAVAILABLE',
  };
  const code = codes[status];
  return code === undefined ? [`status ${status}`] : problemOffences(method, answer, [code]);
}

function knownRoute(method: string, doc: RouteDoc, answer: SeenAnswer): string[] {
  const type = answer.headers.get('content-type')?.split(';')[0];
  const codes = errorsByStatus(doc).get(answer.status);
  if (type === 'application/problem+json') {
    return codes ? problemOffences(method, answer, codes) : [`an error of status ${answer.status}`];
  }
  const answers = contents(doc.answers[answer.status]);
  if (answers.length === 0) return [`status ${answer.status} as ${type ?? 'nothing'}`];
  const content = answers.find((one) => fits(one, type));
  if (!content) return [`${answer.status} as ${type ?? 'nothing'}`];
  return [...headerOffences(content, answer), ...(method === 'HEAD' ? [] : bodyOffences(content, answer.body))];
}

function fits(content: Content, type: string | undefined): boolean {
  const documented = mediaTypeOf(content);
  return documented === type || (documented === '*/*' && type !== undefined);
}

/** `Location` and `ETag` are promises; others depend on the request. */
function headerOffences({ headers = {} }: Content, answer: SeenAnswer): string[] {
  return ['Location', 'ETag']
    .filter((name) => name in headers && !answer.headers.get(name))
    .map((name) => `no ${name}`);
}

function bodyOffences(content: Content, body: string): string[] {
  if (mediaTypeOf(content) === undefined) return body === '' ? [] : ['a body'];
  if (mediaTypeOf(content) !== 'application/json' || !content.schema) return [];
  const json: unknown = JSON.parse(body);
  const parsed = content.schema.safeParse(json);
  if (!parsed.success) return parsed.error.issues.map(({ path, message }) => `/${path.join('/')}: ${message}`);
  // The schema drops what it does not know.
  return isDeepStrictEqual(parsed.data, json) ? [] : [`members that the schema does not know: ${body}`];
}

function problemOffences(method: string, { status, body }: SeenAnswer, codes: readonly string[]): string[] {
  if (method === 'HEAD') return [];
  const problem = problemSchema.safeParse(JSON.parse(body));
  if (!problem.success) return [`no problem: ${body}`];
  if (problem.data.status !== status) return [`status ${problem.data.status} in an answer of ${status}`];
  return codes.includes(problem.data.code) ? [] : [`code ${problem.data.code} in an answer of ${status}`];
}
