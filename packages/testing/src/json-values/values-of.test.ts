import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';

import { jsonSchema } from './json-schema.ts';
import { valuesOf } from './values-of.ts';

const schema = z.strictObject({
  id: z.uuid(),
  email: z.email(),
  link: z.url(),
  day: z.iso.date(),
  at: z.iso.datetime(),
  word: z.string().regex(/^[a-z]{2,5}$/),
  name: z.string().regex(/^(?!no$)[a-z]{2}$/),
  title: z.string().min(1).max(10),
  few: z.array(z.int().min(1).max(3)).min(1).max(2),
  kind: z.enum(['a', 'b']),
  fixed: z.literal(7),
  choice: z.union([z.null(), z.boolean(), z.strictObject({ deep: z.number().gt(0).lt(10) })]),
  free: z.record(z.string(), z.int()),
  maybe: z.string().optional(),
});

it('makes values that fit the schema that they are made from', () => {
  const values = valuesOf(jsonSchema.parse(z.toJSONSchema(schema)));
  fc.assert(
    fc.property(values, (value) => {
      expect(schema.safeParse(value).error).toBeUndefined();
    }),
  );
});

it('uses examples, follows references and joins what must hold together', () => {
  const named = {
    Name: { type: 'string', examples: ['Ada'], maxLength: 3 },
    Person: { type: 'object', properties: { name: { $ref: '#/components/schemas/Name' } }, required: ['name'] },
  };
  const adult = {
    allOf: [
      { $ref: '#/$defs/Person' },
      { type: 'object', properties: { age: { type: 'integer', minimum: 18 } }, required: ['age'] },
    ],
  };
  const made = fc.sample(valuesOf(adult, named), { seed: 1, numRuns: 100 });
  const expected = z.object({ name: z.string(), age: z.int().min(18) });
  expect(made.every((value) => expected.safeParse(value).success)).toBe(true);
  expect(made).toContainEqual(expect.objectContaining({ name: 'Ada' }));
  expect(() => valuesOf({ $ref: '#/$defs/Nobody' })).toThrow('#/$defs/Nobody is not there');
});
