import { type JsonSchema, jsonSchema } from '@jobwire/testing/json-values';
import { z } from 'zod';

/** What may come back under one status, by media type. */
export type Contents = Readonly<Record<string, JsonSchema>>;

/** One operation of the document. */
export interface Operation {
  /** In capitals. */
  method: string;
  /** As in the document, e.g. `/jobs/{id}`. */
  path: string;
  parameters: readonly { in: string; name: string; schema: JsonSchema }[];
  /** What it takes, by media type. */
  body: Contents;
  /** What it answers, by status. */
  answers: ReadonlyMap<number, Contents>;
}

/** What a server says of itself. */
export interface ApiDocument {
  operations: readonly Operation[];
  /** The methods of each path. */
  methods: ReadonlyMap<string, ReadonlySet<string>>;
  /** Schemas that others refer to. */
  named: Readonly<Record<string, JsonSchema>>;
}

const content = z.record(z.string(), z.object({ schema: jsonSchema.optional(), example: z.unknown().optional() }));
const operation = z.object({
  parameters: z.array(z.object({ in: z.string(), name: z.string(), schema: jsonSchema })).default([]),
  requestBody: z.object({ content }).optional(),
  responses: z.record(z.string(), z.object({ content: content.optional() })),
});
const document = z.object({
  paths: z.record(z.string(), z.record(z.string(), operation)),
  components: z.object({ schemas: z.record(z.string(), jsonSchema) }),
});

/** Read the document that a server serves. */
export async function readDocument(api: string): Promise<ApiDocument> {
  const { paths, components } = document.parse(await (await fetch(`${api}/openapi.json`)).json());
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => operationOf(method.toUpperCase(), path, described)),
  );
  return {
    operations,
    methods: new Map(
      Object.keys(paths).map((path) => [
        path,
        new Set(operations.filter((one) => one.path === path).map(({ method }) => method)),
      ]),
    ),
    named: components.schemas,
  };
}

function operationOf(method: string, path: string, described: z.output<typeof operation>): Operation {
  return {
    method,
    path,
    parameters: described.parameters,
    body: contentsOf(described.requestBody?.content),
    answers: new Map(
      Object.entries(described.responses).map(([status, answer]) => [Number(status), contentsOf(answer.content)]),
    ),
  };
}

function contentsOf(given: z.output<typeof content> = {}): Contents {
  return Object.fromEntries(
    Object.entries(given).map(([type, { schema = {}, example }]) => [
      type,
      example === undefined ? schema : { ...schema, examples: [example] },
    ]),
  );
}
