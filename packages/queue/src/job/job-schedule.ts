import type { z } from 'zod';

import { problemOfCron } from '../schedules/cron-rule.ts';

/** When a job starts by itself. Its schedule is called like the job; operators may change it while the system runs. */
export interface JobSchedule<Payload = unknown> {
  /** Five fields, or six with seconds first. */
  cron: string;
  /** A name of the IANA data base; `UTC` unless it is said. */
  timeZone?: string;
  /** What the job is given; `{}` unless it is said. */
  payload?: Payload;
  /** What a tick does while an earlier job of the schedule has not ended; `skip` unless it is said. */
  overlap?: 'skip' | 'queue' | 'cancel-previous';
  /** Which ticks are made up for that nobody was there to take; `last` unless it is said. */
  catchUp?: 'none' | 'last' | 'all';
}

/** Say what is wrong with the schedule of a definition; undefined when it is fine. */
export function problemOfSchedule(
  { cron, timeZone = 'UTC', payload = {} }: JobSchedule,
  schema: z.ZodType,
): string | undefined {
  const problem = problemOfCron(cron, timeZone);
  if (problem) return `schedule.${problem.part} ${problem.message}`;
  return schema.safeParse(payload).success ? undefined : 'schedule.payload is not a valid payload';
}
