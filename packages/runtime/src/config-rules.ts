import { z } from 'zod';

import { readRate } from './rates.ts';

/** `on` or `off`. */
export const flag = z.enum(['on', 'off']).transform((value) => value === 'on');
/** A port; 0 takes a free one. */
export const port = z.coerce.number().int().min(0).max(65_535);
/** A whole number from 1 up. */
export const positive = z.coerce.number().int().min(1);
/** Texts separated by commas. */
export const list = z.string().transform((text) =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean),
);
/** A rate of mails as milliseconds from one to the next; `off` as null. */
export const pace = z.string().transform((text, context): number | null => {
  if (text === 'off') return null;
  const read = readRate(text);
  if (read) return read.windowMs / read.count;
  context.addIssue('must be off, or a number and a time like 10/s, 100/m or 1000/h');
  return z.NEVER;
});
/** An address that starts with one of these protocols. */
export const url = (...protocols: string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    message: `must be an address that starts with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
  });
