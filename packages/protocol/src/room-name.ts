import * as z from 'zod/mini';

/** Letters and digits of any script, then also `.`, `_` and `-`; composed (NFC), so that a name has one spelling. */
export const roomName = z.string().check(
  z.regex(/^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]{0,63}$/u, '1 to 64 letters or digits, with . _ - after the first'),
  z.refine((name) => name === name.normalize('NFC'), 'In Unicode normal form C'),
);
