import fc from 'fast-check';

import { dereferenced, type JsonSchema } from './json-schema.ts';
import { textOf } from './text-of.ts';

/** Longest list that is made, and most members of an object with free keys: enough to have several. */
const most = 4;

/**
 * Values that fit a schema, as a generator of fast-check; examples of the schema come often. What a schema cannot say
 * (refinements) such a value need not fit.
 *
 * @param named the schemas that references name
 */
export function valuesOf(schema: JsonSchema, named: Readonly<Record<string, JsonSchema>> = {}): fc.Arbitrary<unknown> {
  const plain = dereferenced(schema, named);
  const made = madeOf(plain, named);
  const { examples = [] } = plain;
  return examples.length > 0 ? fc.oneof(fc.constantFrom(...examples), made) : made;
}

function madeOf(schema: JsonSchema, named: Readonly<Record<string, JsonSchema>>): fc.Arbitrary<unknown> {
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map((choice) => valuesOf(choice, named)));
  if (schema.allOf) return madeOf(merged(schema.allOf, named), named);
  const types = schema.type === undefined ? guessed(schema) : [schema.type].flat();
  return fc.oneof(...types.map((type) => typed(type, schema, named)));
}

/** A schema without a type is of anything, unless it speaks of members. */
function guessed({ properties }: JsonSchema): string[] {
  return properties ? ['object'] : ['any'];
}

function merged(parts: readonly JsonSchema[], named: Readonly<Record<string, JsonSchema>>): JsonSchema {
  const all = parts.map((part) => dereferenced(part, named));
  return {
    ...Object.assign({}, ...all),
    properties: Object.assign({}, ...all.map(({ properties = {} }) => properties)),
    required: all.flatMap(({ required = [] }) => required),
  };
}

function typed(type: string, schema: JsonSchema, named: Readonly<Record<string, JsonSchema>>): fc.Arbitrary<unknown> {
  switch (type) {
    case 'string':
      return textOf(schema);
    case 'integer':
      return fc.integer(rangeOf(schema));
    case 'number':
      return fc.double({ ...rangeOf(schema), noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return listOf(schema, named);
    case 'object':
      return objectOf(schema, named);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

function rangeOf(schema: JsonSchema): { min: number; max: number } {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema;
  return {
    min: Math.max(minimum ?? -0x7fffffff, exclusiveMinimum === undefined ? -0x7fffffff : exclusiveMinimum + 1),
    max: Math.min(
      maximum ?? 0x7fffffff,
      exclusiveMaximum === undefined ? 0x7fffffff : exclusiveMaximum - 1,
      0x7fffffff,
    ),
  };
}

function listOf({ items, minItems = 0, maxItems }: JsonSchema, named: Readonly<Record<string, JsonSchema>>) {
  const item = typeof items === 'object' ? valuesOf(items, named) : fc.jsonValue({ maxDepth: 1 });
  return fc.array(item, { minLength: minItems, maxLength: Math.max(minItems, Math.min(maxItems ?? most, most)) });
}

function objectOf(
  { properties = {}, required = [], additionalProperties }: JsonSchema,
  named: Readonly<Record<string, JsonSchema>>,
): fc.Arbitrary<unknown> {
  const members = Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, valuesOf(value, named)]));
  const known = fc.record(members, { requiredKeys: required.filter((key) => Object.hasOwn(members, key)) });
  if (typeof additionalProperties !== 'object') return known;
  const free = fc.dictionary(fc.string({ minLength: 1, maxLength: 12 }), valuesOf(additionalProperties, named), {
    maxKeys: most,
  });
  return fc.tuple(free, known).map(([more, own]) => ({ ...more, ...own }));
}
