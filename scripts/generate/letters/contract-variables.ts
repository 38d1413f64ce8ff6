import { z } from 'zod';

/** The variables of a contract by path, `button.link`; true for those that are links. */
export type ContractVariables = ReadonlyMap<string, { isLink: boolean }>;

const property = z.object({ type: z.string().optional(), format: z.string().optional() });
const object = z.object({ properties: z.record(z.string(), z.unknown()) });

/** List what a contract says that a letter has. */
export function contractVariables(schema: z.ZodType): ContractVariables {
  return new Map(leaves(z.toJSONSchema(schema), []));
}

function leaves(schema: unknown, path: readonly string[]): [string, { isLink: boolean }][] {
  const { success, data } = object.safeParse(schema);
  if (!success) return [[path.join('.'), { isLink: property.parse(schema).format === 'uri' }]];
  return Object.entries(data.properties).flatMap(([name, value]) => leaves(value, [...path, name]));
}
