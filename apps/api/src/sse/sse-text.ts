import { type Delivery, formatPosition, type Opening } from '@jobwire/realtime';

/** How long a browser waits before it comes back, in milliseconds. */
export const retryMs = 3_000;

/** First text of a stream. */
export const streamStart = `retry: ${retryMs}\n\n`;

/** A comment that keeps the connection and its proxies awake. */
export const heartbeatText = ': hb\n\n';

/** One event of a channel. JSON has no line breaks, so one `data` line holds it. */
export function eventText({ epoch, event, final }: Delivery, skipped: number): string {
  const { seq, type, at, data } = event;
  const body = { seq, type, at, ...(skipped > 0 ? { skipped } : {}), ...(final ? { final: true } : {}), data };
  return `id: ${formatPosition({ epoch, seq })}\nevent: ${type}\ndata: ${JSON.stringify(body)}\n\n`;
}

/** The state that replaces what the reader knew. */
export function snapshotText({ epoch, seq, final, snapshot }: Opening): string {
  const body = { epoch, seq, ...(final ? { final: true } : {}), snapshot };
  return `id: ${formatPosition({ epoch, seq })}\nevent: snapshot\ndata: ${JSON.stringify(body)}\n\n`;
}
