import * as z from 'zod/mini';

import { storedEvent } from './room-events.ts';

/** Data of the event `broadcast.message`. */
export const broadcastMessage = z.looseObject({ message: z.json() });

/** What `broadcast` begins with: the newest messages, oldest first. */
export const broadcastSnapshot = z.looseObject({ messages: z.array(storedEvent) });

/** Data of the event `queue.counts`, and what `admin:queue:<name>` begins with. */
export const queueCounts = z.looseObject({
  name: z.string(),
  paused: z.boolean(),
  /** Jobs by state. */
  counts: z.record(z.string(), z.int()),
  /** How long the oldest job that could run has waited, in milliseconds; null when none waits. */
  oldestMs: z.nullable(z.number()),
});

/** Data of the events `queue.paused` and `queue.resumed`. */
export const queueChanged = z.looseObject({
  name: z.string(),
  /** Who did it: an administrator, or the system. */
  by: z.string(),
  reason: z.optional(z.string()),
  /** It is resumed by itself after so many milliseconds. */
  forMs: z.optional(z.number()),
});

/** What is going on in a queue. */
export type QueueCounts = z.output<typeof queueCounts>;
