import { defineJob } from '@jobwire/queue/job';
import { z } from 'zod';

/** Days of this century: the record and JavaScript understand each of them alike. */
const reportDay = z.iso.date().refine((day) => day >= '2000-01-01' && day < '2100-01-01', 'must be a day of 2000-2099');

/** How many of the owner's jobs finished per day, as a table. */
export const reportCsv = defineJob({
  name: 'report.csv',
  summary: 'Count your finished jobs of some days as CSV',
  payload: z.strictObject({ from: reportDay, days: z.int().min(1).max(31) }),
  result: z.strictObject({ rows: z.int(), url: z.string() }),
  stages: ['count', 'write'],
  access: 'user',
});
