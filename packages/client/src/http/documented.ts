import * as z from 'zod/mini';

import type { operations } from '../api.gen.ts';

/** What an operation of the server's document answers with a status. */
export type AnswerOf<
  Name extends keyof operations,
  Status extends keyof operations[Name]['responses'],
> = operations[Name]['responses'][Status] extends { content: { 'application/json': infer Json } } ? Json : never;

/** Take an answer for what the document says: the server answers by the schemas that the document is made of. */
export function documented<Name extends keyof operations, Status extends keyof operations[Name]['responses']>() {
  return z.custom<AnswerOf<Name, Status>>();
}
