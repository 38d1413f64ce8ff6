import { z } from 'zod';

/** Why somebody does something; everybody who may read the job sees it. */
export const reasonText = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}\p{Cs}\u2028\u2029]*$/u, 'must be one line')
  .meta({ description: 'Why, in one line; in the event and in the audit log', examples: ['wrong image'] });

/** The body of `POST /jobs/:id/cancel`. */
export const cancelBody = z.strictObject({ reason: reasonText.optional() });

/** The body of `POST /jobs/:id/retry`. */
export const retryBody = z.strictObject({
  resetAttempts: z
    .boolean()
    .default(true)
    .meta({ description: 'A full set of attempts; otherwise those that are left, and one at least' }),
});

/** The body of `POST /jobs/:id/replay`. */
export const replayBody = z.strictObject({
  payload: z.unknown().optional().meta({ description: 'Instead of the payload of the job' }),
});
