import type { Delivery, Opening } from '@jobwire/realtime';

/** How long a browser waits before it comes back, in milliseconds. */
export const retryMs = 3_000;

/** First text of a stream. */
export const streamStart = `retry: ${retryMs}\n\n`;

/** A comment that keeps the connection and its proxies awake. */
export const heartbeatText = ': hb\n\n';

/** The headers of a stream: nobody on the way may keep it, or collect it before passing it on. */
export const streamHeaders = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store',
  'X-Accel-Buffering': 'no',
} as const;

/** One event of a channel, which is named where the stream has several. */
export function eventText({ event, final }: Delivery, skipped: number, id: string, ch?: string): string {
  const { seq, type, at, data } = event;
  const body = {
    ...(ch === undefined ? {} : { ch }),
    seq,
    type,
    at,
    ...(skipped > 0 ? { skipped } : {}),
    ...(final ? { final: true } : {}),
    data,
  };
  return messageText(type, body, id);
}

/** The state that replaces what the reader knew. */
export function snapshotText({ epoch, seq, final, snapshot }: Opening, id: string, ch?: string): string {
  const body = { ...(ch === undefined ? {} : { ch }), epoch, seq, ...(final ? { final: true } : {}), snapshot };
  return messageText('snapshot', body, id);
}

/** One of several channels ended without a final event; the others go on. */
export function endText(ch: string): string {
  return messageText('unsub', { ch, code: 'UNKNOWN_CHANNEL', retryable: false });
}

/** What is not numbered, e.g. who came into a room: the frame of a socket. */
export function pushText(frame: Buffer): string {
  return `event: presence\ndata: ${frame.toString('utf8')}\n\n`;
}

/** JSON has no line breaks, so one `data` line holds it. */
function messageText(event: string, body: object, id?: string): string {
  return `${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(body)}\n\n`;
}
