import type { Response } from 'express';

import type { Answer } from './answer-once.ts';

/** Send an answer that may be a repetition, which says so in a header; and until when it can be repeated. */
export function sendAnswer(response: Response, { status, body, replayed, repeatableUntil }: Answer<unknown>): void {
  if (replayed) response.set('Idempotency-Replayed', 'true');
  if (repeatableUntil) response.set('Idempotency-Expires', repeatableUntil.toUTCString());
  response.status(status).json(body);
}
