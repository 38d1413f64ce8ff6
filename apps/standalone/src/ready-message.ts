import { z } from 'zod';

const readyMessage = z.object({ type: z.literal('ready'), url: z.string().optional() });

/** The address in a child's message that it serves; `undefined` when it has none, `false` for any other message. */
export function readyUrl(message: unknown): string | undefined | false {
  const parsed = readyMessage.safeParse(message);
  return parsed.success ? parsed.data.url : false;
}
