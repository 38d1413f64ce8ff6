import type { IncomingHttpHeaders } from 'node:http';

import type { JsonSchema } from '@jobwire/testing/json-values';
import { z } from 'zod';

import type { Contents } from './document.ts';

/** Tells what is wrong with the body of an answer; undefined when nothing is. */
export type AnswerCheck = (contents: Contents, headers: IncomingHttpHeaders, text: string) => string | undefined;

/**
 * Make the check of bodies: the media type must be one that the document names, and JSON must fit its schema.
 *
 * @param named the schemas that others refer to
 */
export function createAnswerCheck(named: Readonly<Record<string, JsonSchema>>): AnswerCheck {
  const readers = new Map<JsonSchema, z.ZodType>();
  const $defs = Object.fromEntries(Object.entries(named).map(([name, schema]) => [name, readable(schema)]));
  const readerOf = (schema: JsonSchema): z.ZodType => {
    const known = readers.get(schema);
    if (known) return known;
    const reader = z.fromJSONSchema(draft.parse({ allOf: [readable(schema)], $defs }));
    readers.set(schema, reader);
    return reader;
  };
  return (contents, headers, text) => {
    const type = headers['content-type']?.split(';')[0];
    const documented = Object.keys(contents);
    if (type === undefined) return documented.length > 0 ? `no body instead of ${documented.join(' or ')}` : undefined;
    const schema = contents[type] ?? contents['*/*'];
    if (!schema) return `the media type ${type} is not documented`;
    if (!type.endsWith('json')) return undefined;
    const json = jsonOf(text);
    if (!json) return 'JSON that is none';
    const { error } = readerOf(schema).safeParse(json.value);
    return error && `the body does not fit: ${z.prettifyError(error).replaceAll('\n', ' ')}`;
  };
}

/** Says what it is to the reader of schemas. */
const draft = z.custom<Parameters<typeof z.fromJSONSchema>[0]>((schema) => typeof schema === 'object');

/**
 * A schema as zod reads it: references lead into `$defs`, and what stands beside `allOf` or `$ref` becomes one more part,
 * because it would not be looked at.
 */
function readable(schema: JsonSchema): JsonSchema {
  const parts = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, readableValue(value)]));
  const { $ref, allOf = [], ...rest }: JsonSchema = parts;
  const reference = $ref?.replace('#/components/schemas/', '#/$defs/');
  if (reference === undefined && allOf.length === 0) return rest;
  const beside = Object.keys(rest).some((key) => key !== 'description') ? [typedObject(rest)] : [];
  return { allOf: [...(reference === undefined ? [] : [{ $ref: reference }]), ...allOf, ...beside] };
}

function typedObject(schema: JsonSchema): JsonSchema {
  return schema.properties && schema.type === undefined ? { type: 'object', ...schema } : schema;
}

function readableValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(readableValue);
  return typeof value === 'object' && value !== null ? readable({ ...value }) : value;
}

function jsonOf(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
