import type { BroadcastItem } from '@jobwire/client';

import { textOfMessage } from '../rooms/blocks.ts';

/** Something that everybody is told. */
export interface Announcement {
  seq: number;
  text: string;
  /** In milliseconds since 1970. */
  at: number;
}

/** How long an announcement is news, in milliseconds. */
export const newsMs = 60 * 60_000;

/** The newest announcement after the broadcast has told something. */
export function announcementAfter(before: Announcement | undefined, item: BroadcastItem): Announcement | undefined {
  const last = item.kind === 'snapshot' ? item.messages.at(-1) : item;
  if (!last) return before;
  return { seq: last.seq, text: textOfMessage(last.message).text, at: Date.parse(last.at) };
}

/** What is shown: news that was not put away. */
export function shownOf(
  newest: Announcement | undefined,
  { dismissed, now }: { dismissed: number; now: number },
): Announcement | undefined {
  if (!newest || newest.seq <= dismissed || now - newest.at > newsMs) return undefined;
  return newest;
}
