import * as z from 'zod/mini';

/** Largest message of a room, in characters of JSON. */
export const messageLength = 8_192;

/** What a message says: any JSON. */
export const messageData = z
  .json()
  .check(
    z.refine((data) => JSON.stringify(data).length <= messageLength, `At most ${messageLength} characters of JSON`),
  );
