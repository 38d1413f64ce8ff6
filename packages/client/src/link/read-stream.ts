import { createParser, type EventSourceMessage } from 'eventsource-parser';

import { watchSilence } from './silence.ts';

/** The server writes a comment every 15 s; three of them missing means that nobody is there. */
const silenceMs = 45_000;

/**
 * Read server-sent events to the end of a response, or until the signal, or until nothing came for too long.
 *
 * @throws what reading throws when the connection breaks
 */
export async function readStream(
  response: Response,
  take: (message: EventSourceMessage) => void,
  signal: AbortSignal,
): Promise<void> {
  const reader = response.body?.getReader();
  if (!reader) return;
  const parser = createParser({ onEvent: take });
  const decoder = new TextDecoder();
  // The signal of the request does not do it: Node forgets that signal when it collects the request as garbage.
  const cut = (): void => void reader.cancel().catch(() => undefined);
  if (signal.aborted) return cut();
  signal.addEventListener('abort', cut);
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
    signal.removeEventListener('abort', cut);
    // What is left unread must not hold the connection.
    cut();
  }
}
