import { z } from 'zod';

import { type BulkInput, bulkBody, bulkPace } from '../bulk-actions/bulk-body.ts';
import { parse } from '../http/parse.ts';

const { name, code, finishedBefore } = bulkBody.shape.filter.shape;

/** The body of `POST /dead-letters/redrive`. */
export const redriveBody = z.strictObject({
  name,
  code,
  before: finishedBefore.meta({ description: 'Only what ended before' }),
  ...bulkPace,
});

/**
 * Read the body of `POST /dead-letters/redrive`: a retry of jobs that failed for good. Without a filter it means all.
 *
 * @throws AppError INVALID_INPUT
 */
export function readRedrive(body: unknown): BulkInput {
  const { name: wanted, code: failedWith, before, ...pace } = parse(redriveBody, body);
  const ended = before === undefined ? {} : { finishedBefore: new Date(before) };
  return { action: 'retry', filter: { states: ['failed'], name: wanted, code: failedWith, ...ended }, ...pace };
}
