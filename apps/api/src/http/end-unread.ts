import type { Request, Response } from 'express';

/** How long a refused client may go on sending before its connection is cut, in milliseconds. */
const lingerMs = 1_000;

/**
 * After an answer that did not wait for the whole body: drop what still arrives, and cut the connection if it has not
 * ended soon. Cutting at once would make the system reset the connection, and many clients then never see the answer.
 */
export function endUnread(request: Request, response: Response): void {
  if (request.complete) return;
  response.once('finish', () => {
    // A request without a body is complete only after its handler has been called.
    if (request.complete) return;
    request.resume();
    const cut = setTimeout(() => request.socket.destroy(), lingerMs);
    request.once('close', () => clearTimeout(cut));
    request.once('end', () => clearTimeout(cut));
  });
}
