import { z } from 'zod';

/** A JSON Schema, of the draft that AsyncAPI builds on. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * The JSON Schema (draft 7) of what is on the wire.
 *
 * @param side who sends it: what the server sends may get further members, what a client sends may not
 */
export function jsonSchemaOf(schema: z.core.$ZodType, side: 'client' | 'server'): JsonSchema {
  const {
    $schema: _draft,
    definitions: _definitions,
    ...made
  } = z.toJSONSchema(schema, {
    target: 'draft-7',
    io: side === 'client' ? 'input' : 'output',
    unrepresentable: 'any',
    override({ jsonSchema }) {
      // The pattern of a UUID says in two hundred characters what the format says in one word.
      if (jsonSchema.format) delete jsonSchema.pattern;
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  });
  return asRecord.parse(JSON.parse(JSON.stringify(made), anyJson));
}

const asRecord = z.record(z.string(), z.unknown());
const local = z.looseObject({ $ref: z.string().startsWith('#/definitions/') });

/** zod defines "any JSON" by itself and refers to that; here it is what may be anything. */
function anyJson(_key: string, value: unknown): unknown {
  return local.safeParse(value).success ? { description: 'Any JSON.' } : value;
}
