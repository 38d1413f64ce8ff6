import { z } from 'zod';

/** What a crowd is asked to do, over the channel to its process. */
export const crowdOrder = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('connect'),
    /** Where the sockets connect, in turn; after a lost connection the next address is tried. */
    urls: z.array(z.string()).min(1),
    count: z.int().min(1),
    /** What each subscribes to; without one it says nothing and is ready when it is open. */
    channel: z.string().optional(),
    token: z.string().optional(),
    ticket: z.string().optional(),
  }),
  /** Some of the sockets publish, each its next message when its last one has come back to it. */
  z.object({ do: z.literal('talk'), publishers: z.int().min(1), text: z.string() }),
  /** One socket publishes at a fixed rate, and every socket notes how long the message took to come. */
  z.object({ do: z.literal('pulse'), everyMs: z.number(), text: z.string() }),
  z.object({ do: z.literal('hush') }),
  z.object({ do: z.literal('report'), accounts: z.boolean() }),
  z.object({ do: z.literal('leave') }),
]);

/** What one socket of a crowd saw, over all its connections. */
export const account = z.object({
  /** Number after which it began to write down: of the first answer to `sub`, or of the last snapshot that replaced. */
  first: z.int(),
  /** Number of the newest event. */
  last: z.int(),
  events: z.int(),
  /** Of the events' data, in order: what the table gives for the same numbers if nothing is wrong. */
  digest: z.int(),
  gaps: z.int(),
  duplicates: z.int(),
  /** Snapshots after the first, which replaced what it knew. */
  snapshots: z.int(),
  ready: z.boolean(),
});

/** What a crowd says of itself. */
export const crowdReport = z.object({
  sockets: z.int(),
  ready: z.int(),
  /** When the last of them became ready, in milliseconds since 1970. */
  readyAt: z.number(),
  /** Frames that came since the last report. */
  frames: z.int(),
  /** Connections that were lost, whoever ended them. */
  lost: z.int(),
  /** Milliseconds from publishing to the frame, since the last report. */
  latencies: z.array(z.number()),
  /** One per socket, if they were asked for. */
  accounts: z.array(account),
  /** What servers said that was no answer: codes of errors and of closes, and how often. */
  surprises: z.record(z.string(), z.int()),
});

/** What a crowd is asked to do. */
export type CrowdOrder = z.output<typeof crowdOrder>;
/** What one socket saw. */
export type Account = z.output<typeof account>;
/** What a crowd says of itself. */
export type CrowdReport = z.output<typeof crowdReport>;

/** Go on with a digest: of an event's data, which is the same text on both sides. */
export function digestOf(before: number, data: unknown): number {
  const { data: said } = z.object({ data: z.object({ n: z.int() }) }).parse(data);
  return (Math.imul(before, 31) + said.n) | 0;
}
