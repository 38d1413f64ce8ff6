import type { Position } from '@jobwire/protocol';

import type { ChannelEvent } from './source.ts';

/** Longest replay, in events; the default of Centrifugo's recovery (centrifugal.dev, "History and recovery"). */
export const replayEvents = 300;

/** Largest replay, in characters of JSON. */
export const replayCharacters = 1024 * 1024;

/**
 * Tell whether a position can be continued at all, before the log is asked: it is of this epoch, not ahead of the log,
 * and not too far behind.
 */
export function canContinue(since: Position, epoch: string, newest: number): boolean {
  return since.epoch === epoch && since.seq <= newest && newest - since.seq <= replayEvents;
}

/**
 * Tell whether the events that the log gave are all that follow `after` up to `newest`, and not too large. A log that
 * lost its beginning gives a first event that does not follow.
 */
export function isComplete(events: readonly ChannelEvent[], after: number, newest: number): boolean {
  if (!follows(events, after)) return false;
  if ((events.at(-1)?.seq ?? after) < newest) return false;
  return JSON.stringify(events).length <= replayCharacters;
}

/** True when the events are numbered `after + 1`, `after + 2`, … */
export function follows(events: readonly ChannelEvent[], after: number): boolean {
  return events.every(({ seq }, index) => seq === after + 1 + index);
}
