import { type ErrorCode, errorCatalogue } from '@jobwire/runtime';
import { z } from 'zod';
import type {
  ZodOpenApiContentObject,
  ZodOpenApiOperationObject,
  ZodOpenApiParameters,
  ZodOpenApiResponseObject,
  ZodOpenApiResponsesObject,
} from 'zod-openapi';

import { answerHeaders, problemHeaders } from './headers.ts';
import { type Content, contents, mediaTypeOf, type RouteDoc } from './route-doc.ts';
import { errorsByStatus } from './route-errors.ts';
import { securityOf } from './security.ts';

/** One route as OpenAPI writes it. */
export function operationOf(doc: RouteDoc): ZodOpenApiOperationObject {
  const bodies = contents(doc.body);
  const body = bodies.map(({ about }) => about).join(' ');
  return {
    operationId: doc.id,
    summary: doc.summary,
    ...(doc.description === undefined ? {} : { description: doc.description }),
    tags: [doc.tag],
    security: securityOf(doc.audience),
    'x-audience': [...doc.audience],
    requestParams: parametersOf(doc),
    ...(bodies.length > 0
      ? {
          requestBody: { description: body, required: bodies.some((one) => !one.optional), content: contentOf(bodies) },
        }
      : {}),
    responses: responsesOf(doc),
  };
}

function parametersOf({ params, query, headers = {} }: RouteDoc): ZodOpenApiParameters {
  const members = Object.entries(headers).map(([name, description]) => [
    name,
    z.string().optional().meta({ description }),
  ]);
  return {
    ...(params ? { path: params } : {}),
    ...(query ? { query } : {}),
    ...(members.length > 0 ? { header: z.object(Object.fromEntries(members)) } : {}),
  };
}

function contentOf(given: readonly Content[]): ZodOpenApiContentObject {
  return Object.fromEntries(
    given.flatMap((content) => {
      const type = mediaTypeOf(content);
      if (type === undefined) return [];
      const { schema = z.string(), example } = content;
      return [[type, { schema, ...(example === undefined ? {} : { example }) }]];
    }),
  );
}

/** Answers and errors together: an error may be a page for people in one status and a problem for programs in the same. */
function responsesOf(doc: RouteDoc): ZodOpenApiResponsesObject {
  const errors = errorsByStatus(doc);
  const statuses = new Set([...Object.keys(doc.answers).map(Number), ...errors.keys()]);
  return Object.fromEntries(
    [...statuses]
      .toSorted((a, b) => a - b)
      .map((status) => [String(status), responseOf(doc, contents(doc.answers[status]), errors.get(status) ?? [])]),
  );
}

function responseOf(doc: RouteDoc, answers: readonly Content[], codes: readonly ErrorCode[]): ZodOpenApiResponseObject {
  const about = [...answers.map((answer) => answer.about), ...codes.map(describe)];
  const own = Object.assign({}, ...answers.map(({ headers = {} }) => headers));
  const content = { ...contentOf(answers), ...(codes.length > 0 ? problemContent(codes) : {}) };
  return {
    description: about.join('\n\n'),
    headers: { ...(answers.length > 0 ? answerHeaders(doc, own) : {}), ...problemHeaders(codes) },
    ...(Object.keys(content).length > 0 ? { content } : {}),
  };
}

function problemContent(codes: readonly ErrorCode[]): ZodOpenApiContentObject {
  return {
    'application/problem+json': {
      schema: {
        allOf: [{ $ref: '#/components/schemas/Problem' }],
        properties: { code: { type: 'string', enum: [...codes] } },
        required: ['code'],
      },
    },
  };
}

function describe(code: ErrorCode): string {
  return `\`${code}\`: ${errorCatalogue[code].title}.`;
}
