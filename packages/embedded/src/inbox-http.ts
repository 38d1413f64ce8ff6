import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

import { asError } from '@jobwire/runtime';

import type { InboxAnswer } from './inbox-answer.ts';
import { routeInbox } from './inbox-routes.ts';
import { wordsFor } from './inbox-words.ts';
import type { Mailbox } from './mailbox.ts';

/** Bytes of a request body; the longest is a list of 500 ids. */
const maxBodyBytes = 64 * 1024;

/**
 * Make the HTTP side of the inbox: Mailpit's JSON paths and a page.
 *
 * @param failed hears of errors, which the client sees as 500
 */
export function createInboxServer(mailbox: Mailbox, failed: (error: Error) => void): Server {
  return createServer((request, response) => {
    void answer(request, mailbox)
      .catch((error: unknown) => {
        failed(asError(error));
        return { status: 500, body: 'Something went wrong' };
      })
      .then((result) => send(response, result));
  });
}

async function answer(request: IncomingMessage, mailbox: Mailbox): Promise<InboxAnswer> {
  // The mails hold sign-in links, so a web page must not read them under a name that it points at 127.0.0.1.
  if (!isLocalName(request.headers.host)) return { status: 403, body: 'Open the inbox as http://localhost' };
  const url = new URL(request.url ?? '/', 'http://localhost');
  const { method = 'GET', headers } = request;
  const words = wordsFor(headers['accept-language']);
  return routeInbox({ method, url, body: await readBody(request), words }, mailbox);
}

function isLocalName(host: string | undefined): boolean {
  return /^(localhost|[\w-]+\.localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(host ?? '');
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes <= maxBodyBytes) chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

function send(
  response: ServerResponse,
  { status = 200, type = 'text/plain; charset=utf-8', headers, body }: InboxAnswer,
): void {
  response.writeHead(status, {
    'Content-Type': type,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    ...headers,
  });
  response.end(body);
}
