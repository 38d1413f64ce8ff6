import * as z from 'zod';

import { positionText } from './position.ts';
import { member } from './room-events.ts';

/** Data of one event in a stream of server-sent events. `ch` is named where a stream has several channels. */
export const streamedEvent = z.looseObject({
  ch: z.string().optional(),
  seq: z.int().min(0),
  type: z.string(),
  at: z.string(),
  skipped: z.int().min(1).optional(),
  final: z.literal(true).optional(),
  data: z.record(z.string(), z.unknown()),
});

/** Data of `event: snapshot` in a stream: this state replaces what the reader knew of the channel. */
export const streamedSnapshot = z.looseObject({
  ch: z.string().optional(),
  epoch: z.string(),
  seq: z.int().min(0),
  final: z.literal(true).optional(),
  snapshot: z.unknown(),
});

/** Data of `event: unsub` in a stream of several channels: the others go on. */
export const streamedEnd = z.looseObject({ ch: z.string(), code: z.string(), retryable: z.boolean() });

/** Data of `event: presence` in a stream: who came into a room and who left. */
export const streamedPresence = z.looseObject({
  ch: z.string().optional(),
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
