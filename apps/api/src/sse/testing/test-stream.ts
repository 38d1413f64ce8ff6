import { get, type IncomingMessage } from 'node:http';

/** One message of a stream. */
export interface TestMessage {
  id: string | undefined;
  event: string | undefined;
  data: Record<string, unknown>;
}

/** A stream that a test reads. */
export interface TestStream {
  response: IncomingMessage;
  /** All text so far. */
  text(): string;
  messages(): TestMessage[];
  until(done: () => boolean): Promise<void>;
  /** Settles when the server ends the stream. */
  ended: Promise<void>;
}

/** Ask for a stream. */
export function openTestStream(url: string, headers: Record<string, string> = {}): Promise<TestStream> {
  return new Promise((resolve, reject) => {
    const asked = get(url, { headers: { Accept: 'text/event-stream', ...headers } }, (response) => {
      let text = '';
      let wake = (): void => undefined;
      response.setEncoding('utf8');
      response.on('data', (chunk) => {
        text += String(chunk);
        wake();
      });
      const ended = new Promise<void>((end) => void response.on('close', end));
      void ended.then(() => wake());
      resolve({
        response,
        text: () => text,
        messages: () =>
          text
            .split('\n\n')
            // A cut stream ends anywhere.
            .slice(0, -1)
            .map(messageOf)
            .filter((message) => message !== undefined),
        async until(done) {
          while (!done()) {
            if (response.destroyed) throw new Error(`The stream ended: ${text.slice(-500)}`);
            await new Promise<void>((woken) => (wake = woken));
          }
        },
        ended,
      });
    });
    asked.on('error', reject);
  });
}

function messageOf(block: string): TestMessage | undefined {
  const fields = new Map(
    block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
  );
  const data = fields.get('data');
  return data === undefined ? undefined : { id: fields.get('id'), event: fields.get('event'), data: JSON.parse(data) };
}
