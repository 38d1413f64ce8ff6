import { z } from 'zod';

import { userViewSchema } from '../accounts/user-view.ts';

/** What whoever used a link gets. */
export const verifiedSchema = z.object({
  accessToken: z.string().meta({ description: 'A bearer token, good for an hour' }),
  user: userViewSchema,
});
