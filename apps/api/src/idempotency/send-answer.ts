import type { Response } from 'express';

import type { Answer } from './answer-once.ts';

/** Send an answer that may be a repetition, which says so in a header. */
export function sendAnswer(response: Response, { status, body, replayed }: Answer<unknown>): void {
  if (replayed) response.set('Idempotency-Replayed', 'true');
  response.status(status).json(body);
}
