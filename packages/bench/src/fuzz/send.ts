import { type Agent, type IncomingMessage, request as httpRequest } from 'node:http';

/** A request as it goes out. */
export interface Sent {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: Buffer | undefined;
}

/** What came back. */
export interface Received {
  /** 0 when there was no answer. */
  status: number;
  headers: IncomingMessage['headers'];
  body: Buffer;
  /** Why there is no answer, or none that is complete. */
  failure?: string;
}

/** Longest wait for an answer, in milliseconds: longer than the API itself waits for anything. */
const patienceMs = 40_000;

/** How long a stream of events is listened to, in milliseconds. */
const listenMs = 30;

/** How long an answer that was asked to wait is waited for, in milliseconds. */
const waitMs = 1_500;

/** Send a request and read its answer; of a stream only the beginning. Never throws. */
export function send(api: URL, agent: Agent, { method, path, headers, body }: Sent): Promise<Received> {
  return new Promise((resolve) => {
    const { hostname: host, port } = api;
    const length = body ? { 'content-length': String(body.length) } : {};
    const request = httpRequest({ host, port, agent, method, path, headers: { ...headers, ...length } });
    const end = (received: Received): void => {
      clearTimeout(timer);
      resolve(received);
      if (received.failure !== undefined) request.destroy();
    };
    const none = (failure: string): void => end({ status: 0, headers: {}, body: Buffer.alloc(0), failure });
    const impatient = 'prefer' in headers;
    const timer = setTimeout(() => none(impatient ? 'left' : 'no answer'), impatient ? waitMs : patienceMs);
    request.on('error', (error: NodeJS.ErrnoException) => none(error.code ?? error.message));
    request.on('upgrade', (response, socket) => {
      socket.destroy();
      end({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.alloc(0) });
    });
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      const read = (failure?: string): void => {
        const { statusCode: status = 0, headers: answered } = response;
        end({ status, headers: answered, body: Buffer.concat(chunks), ...(failure === undefined ? {} : { failure }) });
      };
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => read());
      response.on('error', () => read('cut'));
      if (String(response.headers['content-type']).startsWith('text/event-stream')) {
        setTimeout(() => read('stream'), listenMs);
      }
    });
    request.end(body);
  });
}
