import { expect, it } from '@jest/globals';

import type { ApiDocument, Operation } from './document.ts';
import { createJudge } from './judge.ts';
import type { Plan } from './plan.ts';
import type { Received } from './send.ts';

const problem = { type: 'object', properties: { code: { type: 'string' } }, required: ['code'] };
const operation: Operation = {
  method: 'GET',
  path: '/things/{id}',
  parameters: [],
  body: {},
  answers: new Map([
    [200, { 'application/json': { type: 'object', properties: { id: { type: 'string' } }, required: ['id'] } }],
    [204, {}],
    [
      404,
      {
        'application/problem+json': {
          allOf: [{ $ref: '#/components/schemas/Problem' }],
          properties: { code: { type: 'string', enum: ['NOT_FOUND'] } },
        },
      },
    ],
    [503, { 'application/problem+json': { $ref: '#/components/schemas/Problem' } }],
  ]),
};
const document: ApiDocument = {
  operations: [operation],
  methods: new Map([['/things/{id}', new Set(['GET'])]]),
  named: { Problem: problem },
};
const judge = createJudge(document);
const plan: Plan = {
  operation,
  method: 'GET',
  caller: 'anonymous',
  path: {},
  query: [],
  headers: {},
  body: undefined,
  prefix: '',
};
const answer = (status: number, type: string | undefined, body: unknown, more: Partial<Received> = {}): Received => ({
  status,
  headers: type === undefined ? {} : { 'content-type': type },
  body: Buffer.from(body === undefined ? '' : JSON.stringify(body)),
  ...more,
});

it.each([
  ['what is described', answer(200, 'application/json', { id: '1' })],
  ['nothing where nothing is described', answer(204, undefined, undefined)],
  ['a problem', answer(404, 'application/problem+json', { code: 'NOT_FOUND' })],
  ['that it is away', answer(503, 'application/problem+json', { code: 'UNAVAILABLE' })],
  ['a stream that was left', answer(200, 'application/json', { id: '1' }, { failure: 'stream' })],
  ['nothing yet to somebody who will not wait', answer(0, undefined, undefined, { failure: 'left' })],
])('finds nothing wrong with %s', (_what, received) => {
  expect(judge(plan, received)).toBeUndefined();
});

it.each([
  ['another status', answer(201, 'application/json', { id: '1' }), 'status 201 is not documented'],
  ['a fault of the server', answer(500, 'application/problem+json', { code: 'INTERNAL' }), 'status 500'],
  ['another media type', answer(200, 'text/html', 'x'), 'media type text/html'],
  ['a missing member', answer(200, 'application/json', {}), 'does not fit'],
  ['another code', answer(404, 'application/problem+json', { code: 'OTHER' }), 'does not fit'],
  ['no body', answer(200, undefined, undefined), 'no body instead of application/json'],
  ['a stack', answer(200, 'application/json', { id: 'at run (file:///app/main.js:1:2)' }), 'tells of the inside'],
  [
    'words of PostgreSQL',
    answer(200, 'application/json', { id: 'syntax error at or near "x"' }),
    'tells of the inside',
  ],
  ['a broken connection', answer(0, undefined, undefined, { failure: 'ECONNRESET' }), 'no answer: ECONNRESET'],
])('finds %s', (_what, received, found) => {
  expect(judge(plan, received)).toContain(found);
});

it('wants unknown methods to be refused with what is allowed', () => {
  const refused = answer(405, 'application/problem+json', { code: 'METHOD_NOT_ALLOWED' });
  const wrong = { ...plan, method: 'PUT' };
  expect(judge(wrong, refused)).toBe('405 without Allow');
  expect(judge(wrong, { ...refused, headers: { ...refused.headers, allow: 'GET, HEAD' } })).toBeUndefined();
  expect(judge(wrong, answer(404, 'application/problem+json', { code: 'NOT_FOUND' }))).toContain('status 404');
});
