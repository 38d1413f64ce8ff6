import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';

import type { RouteDoc } from '../route-doc.ts';
import { offencesOf } from './documented.ts';

const docs: readonly RouteDoc[] = [
  {
    method: 'get',
    path: '/things/:id',
    id: 'getThing',
    summary: 'Read a thing',
    tag: 'Jobs',
    audience: ['user'],
    params: z.object({ id: z.string() }),
    answers: {
      200: { about: 'It.', schema: z.object({ id: z.string() }), headers: { ETag: 'Its version.' } },
      204: { about: 'Nothing.' },
    },
  },
];

const answer = (status: number, type: string | undefined, body: unknown, more: Record<string, string> = {}) => ({
  status,
  headers: new Headers({ 'x-request-id': 'r', ...(type === undefined ? {} : { 'content-type': type }), ...more }),
  body: body === undefined ? '' : JSON.stringify(body),
});
const problem = (status: number, code: string) =>
  answer(status, 'application/problem+json', { type: 't', title: 't', status, code, retryable: false, traceId: 'r' });
const get = (seen: ReturnType<typeof answer>, path = '/things/1', method = 'GET') =>
  offencesOf(method, path, seen, docs);

describe('an answer', () => {
  it('is documented as its route says, under both prefixes', () => {
    const good = answer(200, 'application/json; charset=utf-8', { id: '1' }, { etag: '"1"' });
    expect(get(good)).toEqual([]);
    expect(get(good, '/api/v1/Things/1/?a=b')).toEqual([]);
    expect(get({ ...good, body: '' }, '/things/1', 'HEAD')).toEqual([]);
    expect(get(answer(204, undefined, undefined))).toEqual([]);
    expect(get(problem(404, 'NOT_FOUND'))).toEqual([]);
    expect(get(problem(401, 'UNAUTHENTICATED'))).toEqual([]);
  });

  it.each([
    ['another status', answer(201, 'application/json', { id: '1' })],
    ['another type', answer(200, 'text/html', 'x', { etag: '"1"' })],
    ['a missing member', answer(200, 'application/json', {}, { etag: '"1"' })],
    ['a member that nobody described', answer(200, 'application/json', { id: '1', more: 2 }, { etag: '"1"' })],
    ['a missing header', answer(200, 'application/json', { id: '1' })],
    ['a body where none is', answer(204, undefined, 'x')],
    ['an error of another route', problem(409, 'JOB_FINISHED')],
    ['another code of the same status', problem(404, 'UNKNOWN_CHANNEL')],
    ['an error that is no problem', answer(404, 'application/problem+json', { code: 'NOT_FOUND' })],
    ['no request id', { ...problem(404, 'NOT_FOUND'), headers: new Headers() }],
  ])('is not documented with %s', (_what, seen) => {
    expect(get(seen)).not.toEqual([]);
  });

  it('to an unknown path is 404, to an unknown method 405 with what is allowed', () => {
    expect(get(problem(404, 'NOT_FOUND'), '/nothing')).toEqual([]);
    expect(get(answer(200, 'application/json', {}), '/nothing')).not.toEqual([]);
    const refused = problem(405, 'METHOD_NOT_ALLOWED');
    expect(get(refused, '/things/1', 'POST')).toEqual(['405 without Allow']);
    refused.headers.set('allow', 'GET, HEAD');
    expect(get(refused, '/things/1', 'POST')).toEqual([]);
    expect(get(refused, '/nothing', 'POST')).not.toEqual([]);
  });
});
