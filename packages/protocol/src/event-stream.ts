import * as z from 'zod/mini';

import { positionText } from './position.ts';
import { member } from './room-events.ts';

/** Data of one event in a stream of server-sent events. `ch` is named where a stream has several channels. */
export const streamedEvent = z.looseObject({
  ch: z.optional(z.string()),
  seq: z.int().check(z.minimum(0)),
  type: z.string(),
  at: z.string(),
  skipped: z.optional(z.int().check(z.minimum(1))),
  final: z.optional(z.literal(true)),
  data: z.record(z.string(), z.unknown()),
});

/** Data of `event: snapshot` in a stream: this state replaces what the reader knew of the channel. */
export const streamedSnapshot = z.looseObject({
  ch: z.optional(z.string()),
  epoch: z.string(),
  seq: z.int().check(z.minimum(0)),
  final: z.optional(z.literal(true)),
  snapshot: z.unknown(),
});

/** Data of `event: unsub` in a stream of several channels: the others go on. */
export const streamedEnd = z.looseObject({ ch: z.string(), code: z.string(), retryable: z.boolean() });

/** Data of `event: presence` in a stream: who came into a room and who left. */
export const streamedPresence = z.looseObject({
  ch: z.optional(z.string()),
  online: z.int(),
  joined: z.array(member),
  left: z.array(member),
});

/** Where a stream stands in each of its channels, in the order in which the request names them. */
export interface StreamCursor {
  epoch: string;
  /** Everything up to here is known; null: nothing is, so that the channel begins with its state. */
  seqs: readonly (number | null)[];
}

/** `epoch:4,-,12`: the id of an event in a stream of several channels. With one channel it is the position. */
export function formatCursor({ epoch, seqs }: StreamCursor): string {
  return `${epoch}:${seqs.map((seq) => seq ?? '-').join(',')}`;
}

const cursorText = new RegExp(
  `^(?:(${positionText.epoch}):)?((?:${positionText.seq}|-)(?:,(?:${positionText.seq}|-))*)$`,
);

/**
 * Read a cursor; without an epoch it is taken to be of the current one.
 *
 * @returns undefined for anything else
 */
export function parseCursor(given: string, currentEpoch: string): StreamCursor | undefined {
  const [, epoch = currentEpoch, seqs] = cursorText.exec(given) ?? [];
  if (seqs === undefined) return undefined;
  return { epoch, seqs: seqs.split(',').map((seq) => (seq === '-' ? null : Number(seq))) };
}
