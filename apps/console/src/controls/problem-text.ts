import { JobwireError } from '@jobwire/client';

import type { Words } from '../language/language.ts';

/** Where no answer came at all. */
const unreachable: Words<string> = {
  en: 'The server cannot be reached. Try again in a moment.',
  'zh-CN': '无法连接到服务器,请稍后再试。',
};

/** What went wrong, in the server's words where it said something. */
export function problemText(error: unknown, language: keyof typeof unreachable): string {
  if (!(error instanceof JobwireError)) return unreachable[language];
  return error.problem.detail ?? error.problem.title ?? error.message;
}

/** What the server says of one field of a form, e.g. `/email`; undefined when it has nothing against it. */
export function fieldProblem(error: unknown, pointer: string): string | undefined {
  if (!(error instanceof JobwireError)) return undefined;
  return error.problem.errors?.find((each) => each.pointer === pointer)?.message;
}
