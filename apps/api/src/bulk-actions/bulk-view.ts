import type { BulkActionRow } from '@jobwire/db';
import { z } from 'zod';

import { jobViewSchema } from '../jobs/job-view.ts';
import { pageSchema } from '../lists/list-page.ts';

const count = z.int().min(0);
const time = z.iso.datetime();

/** A bulk action as operators see it. */
export const bulkViewSchema = z
  .object({
    id: z.uuid(),
    action: z.enum(['retry', 'replay', 'cancel', 'delete']),
    state: jobViewSchema.shape.state.meta({ description: 'Of the job that carries it out; `cancelled`: aborted' }),
    filter: z.record(z.string(), z.unknown()),
    ratePerSecond: z.number(),
    counts: z
      .object({ matched: count, done: count, skipped: count, failed: count })
      .meta({ description: 'Jobs that fitted when it was accepted, and what became of them so far' }),
    reasons: z
      .record(z.string(), count)
      .optional()
      .meta({ description: 'Why jobs were skipped or failed, by code; shown for one action alone' }),
    createdAt: time,
    finishedAt: time.optional(),
    links: z.object({ self: z.string(), abort: z.string(), job: z.string() }),
  })
  .meta({ id: 'BulkAction', description: 'What is done to many jobs' });

/** A bulk action as operators see it. */
export type BulkView = z.output<typeof bulkViewSchema>;

/** The answer to a dry run. */
export const dryRunSchema = z.object({
  dryRun: z.literal(true),
  matched: count.meta({ description: 'How many jobs it would act on' }),
  more: z.boolean().meta({ description: 'More jobs fit than the limit lets through' }),
  sample: z.array(jobViewSchema).meta({ description: 'The first of them' }),
});

/** A page of bulk actions. */
export const bulkPageSchema = z.object({
  bulkActions: z.array(bulkViewSchema),
  page: pageSchema,
});

/** Show a bulk action. */
export function bulkView(row: BulkActionRow, reasons?: Readonly<Record<string, number>>): BulkView {
  const { id, matched, done, skipped, failed } = row;
  return {
    id,
    action: row.action,
    state: row.state,
    filter: filterView(row.filter),
    ratePerSecond: row.rate_per_second,
    counts: { matched, done, skipped, failed },
    ...(reasons ? { reasons: { ...reasons } } : {}),
    createdAt: row.created_at.toISOString(),
    ...(row.finished_at ? { finishedAt: row.finished_at.toISOString() } : {}),
    links: { self: `/bulk-actions/${id}`, abort: `/bulk-actions/${id}/abort`, job: `/jobs/${row.job_id}` },
  };
}

/** The filter as it was asked for. */
function filterView({ states, ownerId, ...rest }: BulkActionRow['filter']): BulkView['filter'] {
  return { state: states, ...(ownerId === undefined ? {} : { owner: ownerId }), ...rest };
}
