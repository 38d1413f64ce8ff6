import { describe, expect, it } from '@jest/globals';
import { catalog } from '@jobwire/jobs';

import { allDocs } from './all-docs.ts';
import { openApiDocument } from './document.ts';

const document = openApiDocument({ docs: allDocs, catalog, version: '1.2.3' });
const [welcome] = allDocs;

describe('the OpenAPI document', () => {
  it('has every described route once, under an id of its own', () => {
    const operations = Object.values(document.paths ?? {}).flatMap((item) =>
      (['get', 'post', 'put', 'patch', 'delete'] as const).flatMap((method) => item[method] ?? []),
    );
    expect(operations).toHaveLength(allDocs.length);
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(allDocs.length);
  });

  it('refuses a route that is described twice', () => {
    expect(() => openApiDocument({ docs: [welcome!, welcome!], catalog, version: '1' })).toThrow('described twice');
  });

  it('says what a body must be, from the schema that checks it', () => {
    const body = document.paths?.['/register']?.post?.requestBody;
    expect(body).toMatchObject({
      required: true,
      content: {
        'application/json': { schema: { type: 'object', required: ['email'], additionalProperties: false } },
      },
    });
  });

  it('lists the errors of a route by status, with those that come with what it reads', () => {
    const responses = document.paths?.['/register']?.post?.responses ?? {};
    const codesOf = (status: number): unknown =>
      responses[status]?.content['application/problem+json'].schema.properties.code.enum;
    expect(codesOf(400)).toEqual(expect.arrayContaining(['BAD_JSON', 'IDEMPOTENCY_KEY_INVALID']));
    expect(codesOf(409)).toEqual(['IDEMPOTENCY_IN_PROGRESS']);
    expect(codesOf(413)).toEqual(['BODY_TOO_LARGE']);
    expect(codesOf(415)).toEqual(['UNSUPPORTED_MEDIA_TYPE']);
    expect(codesOf(422)).toEqual(expect.arrayContaining(['INVALID_INPUT', 'IDEMPOTENCY_CONFLICT']));
    expect(codesOf(429)).toEqual(['TOO_MANY_REQUESTS']);
    expect(codesOf(500)).toEqual(['INTERNAL']);
    expect(responses[503].headers['Retry-After']).toEqual({ $ref: '#/components/headers/Retry-After' });
    expect(document.paths?.['/livez']?.get?.responses).not.toHaveProperty('429');
  });

  it('knows every job of the catalog', () => {
    const { JobPayloads, JobResults } = document.components?.schemas ?? {};
    for (const name of Object.keys(catalog)) {
      expect(JobPayloads).toHaveProperty(['properties', name]);
      expect(JobResults).toHaveProperty(['properties', name]);
    }
    expect(JobPayloads).toMatchObject({
      properties: { 'email.welcome': { properties: { emailId: { type: 'string', format: 'uuid' } } } },
    });
  });

  it('lets answers grow, and bodies not', () => {
    expect(document.components?.schemas?.['Job']).not.toHaveProperty('additionalProperties');
  });
});
