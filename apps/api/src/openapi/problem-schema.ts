import { z } from 'zod';

const inputErrorSchema = z.object({
  pointer: z.string().meta({ description: 'Which member of the input (RFC 6901)', examples: ['/email'] }),
  code: z.string().meta({ description: 'Stable, for programs', examples: ['EMAIL_INVALID'] }),
  message: z.string().meta({ description: 'For people; may change' }),
});

/** The body of every error answer. */
export const problemSchema = z
  .looseObject({
    type: z.string().meta({ description: 'The page about this error', examples: ['/problems/not-found'] }),
    title: z.string(),
    status: z.int(),
    code: z.string().meta({ description: 'Stable, for programs; never renamed' }),
    detail: z.string().optional().meta({ description: 'For people; may change' }),
    instance: z.string().optional().meta({ description: 'The path that was called' }),
    errors: z.array(inputErrorSchema).optional(),
    retryable: z.boolean().meta({ description: 'Whether the same call may succeed later' }),
    traceId: z.string().meta({ description: 'The same as `X-Request-Id`; name it when you ask for help' }),
  })
  .meta({ id: 'Problem', description: 'An error (RFC 9457)' });
