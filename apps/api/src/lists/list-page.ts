import { z } from 'zod';

import type { ListCursors } from './list-cursor.ts';

/** Rows of a page at most, and when nothing is asked for. */
export const pageLimits = { most: 100, usual: 50 } as const;

/** The parameters of every list: how many rows, and behind which page. */
export const pageQuery = {
  limit: z
    .string()
    .regex(/^[1-9]\d{0,2}$/)
    .transform(Number)
    .pipe(z.number().max(pageLimits.most))
    .default(pageLimits.usual)
    .meta({ description: `Rows of a page, ${pageLimits.most} at most` }),
  after: z
    .string()
    .max(100)
    .optional()
    .meta({ description: 'The `page.next` of the page before, with the same filters' }),
};

/** What is wrong with them, by name. */
export const pageCodes = { after: 'CURSOR_INVALID', limit: 'LIMIT_INVALID' } as const;

/** Where a page ended. */
export const pageSchema = z.object({
  next: z.string().nullable().meta({ description: '`after` of the next page; null when this is the last' }),
  limit: z.int(),
});

/** What was asked of a list, and how its cursors are made. */
export interface AskedPage {
  cursors: ListCursors;
  /** What tells this list from others; the cursor is good for it alone. */
  filter: object;
  limit: number;
}

/**
 * Make a page of rows.
 *
 * @param rows one more than the page has tells that another page follows
 */
export function pageOf<Row extends { id: string }>(
  rows: readonly Row[],
  { cursors, filter, limit }: AskedPage,
): { rows: readonly Row[]; page: z.output<typeof pageSchema> } {
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return { rows: shown, page: { next: last ? cursors.write(filter, last.id) : null, limit } };
}
