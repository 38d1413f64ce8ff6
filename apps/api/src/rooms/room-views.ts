import type { RoomState, RoomSummary } from '@jobwire/db';
import { formatPosition, historyPage, published, roomChannel } from '@jobwire/realtime';
import { z } from 'zod';

import { memberOf } from './room-channel.ts';

const memberSchema = z
  .object({
    id: z.string().meta({ description: 'Id of the user or key; of a stranger, one that ends with the connection' }),
    name: z.string().nullable(),
    kind: z.enum(['user', 'admin', 'key', 'anonymous']),
  })
  .meta({ id: 'RoomMember', description: 'Somebody who is in a room' });

const online = z.int().meta({ description: 'Members who are there, over all processes' });

/** The answer of `GET` and `PUT /rooms/:room`. */
export const roomSchema = z
  .object({
    room: z.string(),
    open: z.boolean(),
    online,
    members: z.array(memberSchema).meta({ description: 'Those who came first; `online` counts all' }),
    roster: z
      .array(z.uuid())
      .optional()
      .meta({ description: 'Ids of the users who may enter when it is closed; told to administrators' }),
    position: z.string().meta({ description: 'Continue after it on a socket or stream: `since`' }),
    links: z.object({ self: z.string(), messages: z.string(), socket: z.string() }),
  })
  .meta({ id: 'Room', description: 'A room, and who is in it' });

/** The answer of `GET /rooms`. */
export const roomsSchema = z.object({
  rooms: z.array(
    z
      .object({
        room: z.string(),
        open: z.boolean(),
        online,
        roster: z.int().meta({ description: 'How many users may enter when it is closed' }),
      })
      .meta({ id: 'RoomSummary', description: 'A room in a list' }),
  ),
  next: z.string().nullable().meta({ description: 'What to send as `after` for the next page; null at the end' }),
});

/** The answer of `POST /rooms/:room/messages`. */
export const publishedSchema = z.object(published.shape);

/** The answer of `GET /rooms/:room/messages`. */
export const historySchema = z.object({
  ...historyPage.shape,
  events: z.array(
    z.object({
      seq: z.int(),
      type: z.string().meta({ examples: ['room.message'] }),
      at: z.iso.datetime(),
      data: z.record(z.string(), z.unknown()),
    }),
  ),
});

/**
 * A room as HTTP shows it.
 *
 * @param roster left out for those who may not see it
 */
export function roomView(
  room: string,
  state: RoomState,
  { epoch, roster }: { epoch: string; roster: string[] | undefined },
): z.output<typeof roomSchema> {
  const self = `/rooms/${encodeURIComponent(room)}`;
  return {
    room,
    open: state.open,
    online: state.online,
    members: state.members.map(memberOf).map(({ id, name, kind }) => ({ id, name, kind })),
    ...(roster ? { roster } : {}),
    position: formatPosition({ epoch, seq: state.seq }),
    links: { self, messages: `${self}/messages`, socket: roomChannel(room).name },
  };
}

/** A page of rooms; one row more than it has tells that another follows. */
export function roomsView(rows: readonly RoomSummary[], limit: number): z.output<typeof roomsSchema> {
  const page = rows.slice(0, limit);
  return {
    rooms: page.map(({ name: room, ...rest }) => ({ room, ...rest })),
    next: rows.length > limit ? (page.at(-1)?.name ?? null) : null,
  };
}
