import { z } from 'zod';

/** The variables of a contract by path, `button.link`. */
export type ContractVariables = ReadonlyMap<string, { isLink: boolean }>;

/** What is read of a JSON schema. */
const node = z.object({
  type: z.string().optional(),
  format: z.string().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  anyOf: z.array(z.unknown()).optional(),
});

/** List what a contract says that a letter has. */
export function contractVariables(schema: z.ZodType): ContractVariables {
  return new Map(leaves(z.toJSONSchema(schema), []));
}

function leaves(schema: unknown, path: readonly string[]): [string, { isLink: boolean }][] {
  const { type, format, properties, anyOf } = node.parse(schema);
  if (properties) return Object.entries(properties).flatMap(([name, value]) => leaves(value, [...path, name]));
  if (anyOf) return anyOf.flatMap((option) => leaves(option, path));
  return type === 'null' ? [] : [[path.join('.'), { isLink: format === 'uri' }]];
}
