import type { JobDefinition } from '@jobwire/queue/job';
import { createDocument, type oas31, type ZodOpenApiOverride, type ZodOpenApiPathsObject } from 'zod-openapi';

import { sharedHeaders } from './headers.ts';
import { jobSchemas } from './job-schemas.ts';
import { operationOf } from './operation.ts';
import { problemSchema } from './problem-schema.ts';
import type { RouteDoc } from './route-doc.ts';
import { securitySchemes } from './security.ts';
import { tags } from './tags.ts';

/** What the document is made of. */
export interface DocumentParts {
  docs: readonly RouteDoc[];
  /** The jobs that there are, by name. */
  catalog: Readonly<Record<string, JobDefinition>>;
  version: string;
}

const introduction = `Jobs that can be watched and are never lost: start jobs, watch them, and get what they made. What a 2xx answer accepted will run.

- Errors are \`application/problem+json\` (RFC 9457). Rely on \`code\`: it is never renamed, and \`type\` leads to a page about it.
- A \`GET\` route answers \`HEAD\` too. Another method is answered 405 with \`Allow\`, an unknown path 404.
- Ignore members of answers that you do not know: new ones may come.
- Unknown and foreign look the same: 404.
- Times are ISO 8601 in UTC, ids are UUIDs, sizes are bytes, durations are milliseconds unless they say otherwise.`;

/** Make the OpenAPI document: from the very schemas that validate, so that it cannot say anything else. */
export function openApiDocument({ docs, catalog, version }: DocumentParts): oas31.OpenAPIObject {
  return createDocument(
    {
      openapi: '3.1.1',
      info: {
        title: 'Jobwire',
        version,
        description: introduction,
        license: { name: 'MIT', identifier: 'MIT' },
      },
      servers: [
        { url: '/', description: 'This server' },
        { url: '/api/v1', description: 'The same under a prefix' },
      ],
      tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
      paths: pathsOf(docs),
      components: {
        securitySchemes,
        headers: sharedHeaders,
        schemas: { Problem: problemSchema, ...jobSchemas(catalog) },
      },
    },
    { override: tidy },
  );
}

/** A path as OpenAPI writes it: `/jobs/:id` is `/jobs/{id}`. */
export function templateOf(path: string): string {
  return path.replaceAll(/:(\w+)/g, '{$1}');
}

/** @throws Error when two descriptions are of one route */
function pathsOf(docs: readonly RouteDoc[]): ZodOpenApiPathsObject {
  const paths: ZodOpenApiPathsObject = {};
  for (const doc of docs) {
    const item = (paths[templateOf(doc.path)] ??= {});
    if (item[doc.method]) throw new Error(`${doc.method} ${doc.path} is described twice`);
    item[doc.method] = operationOf(doc);
  }
  return paths;
}

/** What is done to every schema of the document. */
const tidy: ZodOpenApiOverride = ({ jsonSchema, io }) => {
  // The pattern of a UUID says in two hundred characters what the format says in one word.
  if (jsonSchema.format) delete jsonSchema.pattern;
  // What zod says of every whole number: that it is one.
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  // Answers may get further members without breaking anybody.
  if (io === 'output' && jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
};
