import { historyLimit, messageData, messageKey, roomName } from '@jobwire/realtime';
import { appError } from '@jobwire/runtime';
import type { Request } from 'express';
import { z } from 'zod';

import { parse } from '../http/parse.ts';
import { longestRoster } from './room-limits.ts';

/** The parameters of `/rooms/:room`. */
export const roomParams = z.object({ room: roomName });

/** The body of `PUT /rooms/:room`. */
export const roomBody = z.strictObject({
  open: z.boolean().meta({ description: 'Whether everybody who is signed in may enter, and every key' }),
  members: z
    .array(z.uuid())
    .max(longestRoster)
    .meta({ description: 'Ids of the users who may enter when it is closed; replaces the list' }),
});

/** The body of `POST /rooms/:room/messages`. */
export const messageBody = z.strictObject({
  // A schema of all JSON refers to itself, which the generated types of the client could not.
  data: z
    .unknown()
    .pipe(messageData)
    .meta({ description: 'What the message says: any JSON', examples: [{ text: 'Hello' }] }),
  to: z.uuid().optional().meta({ description: 'The only user who gets it; left out, everybody in the room' }),
  key: messageKey.check(z.meta({ description: 'The same key again is the same message', examples: ['0198c7a4-1'] })),
});

const wholeNumber = z
  .string()
  .regex(/^[1-9]\d{0,9}$/)
  .transform(Number);

/** The query of `GET /rooms/:room/messages`. */
export const historyQuery = z.strictObject({
  before: wholeNumber
    .optional()
    .meta({ description: 'Events with a smaller number; left out, the newest. `events[0].seq` of a page leads on' }),
  limit: wholeNumber
    .pipe(z.number().max(historyLimit))
    .default(historyLimit)
    .meta({ description: `Events of a page, ${historyLimit} at most` }),
});

/** Rooms of a page at most, and when nothing is asked for. */
const longestPage = 100;

/** The query of `GET /rooms`. */
export const roomsQuery = z.strictObject({
  after: z.optional(roomName).meta({ description: 'The room that the page follows: `next` of the page before' }),
  limit: wholeNumber.pipe(z.number().max(longestPage)).default(longestPage),
});

/**
 * Read which room a request is about.
 *
 * @throws AppError UNKNOWN_CHANNEL for what cannot be a room's name
 */
export function roomOf(request: Request): string {
  const parsed = roomParams.safeParse(request.params);
  if (!parsed.success) throw appError('UNKNOWN_CHANNEL');
  return parsed.data.room;
}

/**
 * Read how somebody wants a room to be.
 *
 * @throws AppError INVALID_INPUT, also for a name that no room can have
 */
export function readRoomBody(request: Request): z.output<typeof roomBody> & { room: string } {
  const { room } = parse(roomParams, request.params, { room: 'NAME_INVALID' });
  return { room, ...parse(roomBody, request.body) };
}
