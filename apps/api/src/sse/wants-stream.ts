import type { Request } from 'express';

/** Whether an answer that can be JSON or a stream is asked for as a stream. */
export function wantsStream(request: Request): boolean {
  // A stream has no headers of interest without its body, and would never end.
  return request.method === 'GET' && request.accepts(['application/json', 'text/event-stream']) === 'text/event-stream';
}
