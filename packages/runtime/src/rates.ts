import { z } from 'zod';

/** So many in so long. */
export interface Rate {
  count: number;
  /** Milliseconds; whole seconds. */
  windowMs: number;
}

const windowsMs: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000 };

/** Read `20/m`: a whole number, a slash, and `s`, `m` or `h`. Undefined when it is written otherwise. */
export function readRate(text: string): Rate | undefined {
  const [, count, unit = ''] = /^([1-9]\d{0,5})\/([smh])$/.exec(text) ?? [];
  const windowMs = windowsMs[unit];
  return count === undefined || windowMs === undefined ? undefined : { count: Number(count), windowMs };
}

/** The rule of variables that hold a rate. */
export const rate = z.string().transform((text, context): Rate => {
  const read = readRate(text);
  if (read) return read;
  context.addIssue('must be a number and a time like 10/s, 100/m or 1000/h');
  return z.NEVER;
});
