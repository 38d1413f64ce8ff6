import { createParser, type EventSourceMessage } from 'eventsource-parser';

import { watchSilence } from './silence.ts';

/** The server writes a comment every 15 s; three of them missing means that nobody is there. */
const silenceMs = 45_000;

/**
 * Read server-sent events to the end of a response.
 *
 * @param cut called when nothing came for too long; it should abort the request
 * @throws what reading throws when the connection breaks or the request was aborted
 */
export async function readStream(
  response: Response,
  take: (message: EventSourceMessage) => void,
  cut: () => void,
): Promise<void> {
  const reader = response.body?.getReader();
  if (!reader) return;
  const parser = createParser({ onEvent: take });
  const decoder = new TextDecoder();
  const silence = watchSilence(() => silenceMs, cut);
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      silence.heard();
      parser.feed(decoder.decode(value, { stream: true }));
    }
  } finally {
    silence.stop();
    // What is left unread must not hold the connection.
    reader.cancel().catch(() => undefined);
  }
}
