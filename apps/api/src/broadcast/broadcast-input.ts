import { messageData, roomName } from '@jobwire/realtime';
import { appError } from '@jobwire/runtime';
import { z } from 'zod';

import { parse } from '../http/parse.ts';
import { problemOfJson } from '../start/problem-of-json.ts';

/** The body of `POST /broadcast`. */
export const broadcastBody = z.strictObject({
  room: z.optional(roomName).meta({ description: 'Only those in this room; left out, everybody' }),
  // A schema of all JSON refers to itself, which the generated types of the client could not.
  message: z.unknown().pipe(messageData).meta({ description: 'Any JSON' }),
});

/** The answer: who hears it now. */
export const audienceSchema = z.object({
  sentTo: z.int().min(0).meta({ description: 'Sockets and streams that hear it' }),
  online: z.int().min(0).meta({ description: 'Sockets that are open, whatever they hear' }),
});

/** Read what is to be told. @throws AppError INVALID_INPUT */
export function readBroadcast(body: unknown): z.output<typeof broadcastBody> {
  const input = parse(broadcastBody, body, { room: 'ROOM_INVALID', message: 'MESSAGE_INVALID' });
  const problem = problemOfJson(input.message);
  if (problem) throw appError('INVALID_INPUT', { errors: [{ pointer: '/message', ...problem }] });
  return input;
}
