import { z } from 'zod';

/** The parameter of a path that names something by its id. */
export const idParams = z.object({ id: z.uuid() });

/** What `Idempotency-Key` does, for the routes that know it. */
export const idempotencyHeader = {
  'Idempotency-Key':
    'Makes a repetition safe: 1-255 visible ASCII characters. The same key with the same request gets the first answer again, for 24 hours.',
};

/** What `Prefer` does, for the routes that know it. */
export const preferHeader = {
  Prefer: '`wait=n`: hold the answer until the job has ended, n seconds at most, 10 at most (RFC 7240).',
};

/** What an answer says when `Prefer` was heard. */
export const preferredHeader = {
  'Preference-Applied': 'That, and for how long, `Prefer: wait` was heard.',
};

/** What an answer says that was given before. */
export const replayedHeader = {
  'Idempotency-Replayed': '`true` when this is the answer to an earlier request with the same `Idempotency-Key`.',
  'Idempotency-Expires': 'With an `Idempotency-Key`: until when a repetition gets this answer.',
};

/** The language of an answer's `message`. */
export const languageHeader = { 'Accept-Language': 'The language of `message`: `en` or `zh-CN`.' };

/** An HTML page. */
export const htmlType = 'text/html';
