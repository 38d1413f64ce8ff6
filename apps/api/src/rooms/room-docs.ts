import type { RouteDoc } from '../openapi/route-doc.ts';
import { historyQuery, messageBody, roomBody, roomParams, roomsQuery } from './room-input.ts';
import { historySchema, publishedSchema, roomSchema, roomsSchema } from './room-views.ts';

const everybody = ['user', 'key', 'viewer', 'operator'] as const;

/** The routes of rooms. */
export const roomDocs: readonly RouteDoc[] = [
  {
    method: 'get',
    path: '/rooms',
    id: 'listRooms',
    summary: 'List the rooms that were set up, or in which somebody is',
    tag: 'Rooms',
    audience: ['viewer', 'operator'],
    query: roomsQuery,
    answers: { 200: { about: 'A page of them, in the order of their names.', schema: roomsSchema } },
    errors: ['INVALID_INPUT'],
  },
  {
    method: 'get',
    path: '/rooms/:room',
    id: 'getRoom',
    summary: 'See who is in a room',
    description:
      'A room is there as soon as it is named, and open until an operator closes it. A closed one is answered like one that there is not, except to its members and administrators.',
    tag: 'Rooms',
    audience: everybody,
    params: roomParams,
    answers: { 200: { about: 'The room, and who is in it.', schema: roomSchema } },
    errors: ['UNKNOWN_CHANNEL'],
  },
  {
    method: 'put',
    path: '/rooms/:room',
    id: 'putRoom',
    summary: 'Open or close a room, and say who may enter',
    description:
      'Who may not be there any more is unsubscribed within two seconds, and can publish no more at once. Audited.',
    tag: 'Rooms',
    audience: ['operator'],
    params: roomParams,
    body: { about: 'How it shall be.', schema: roomBody, example: { open: true, members: [] } },
    answers: { 200: { about: 'The room as it is now.', schema: roomSchema } },
  },
  {
    method: 'get',
    path: '/rooms/:room/messages',
    id: 'listRoomMessages',
    summary: 'Read what was said in a room',
    description: 'Every event of the room, a page of them oldest first.',
    tag: 'Rooms',
    audience: everybody,
    params: roomParams,
    query: historyQuery,
    answers: { 200: { about: 'A page of events.', schema: historySchema } },
    errors: ['UNKNOWN_CHANNEL', 'INVALID_INPUT'],
  },
  {
    method: 'post',
    path: '/rooms/:room/messages',
    id: 'publishRoomMessage',
    summary: 'Say something in a room',
    description:
      'To everybody who is there, or with `to` to one user, in the channel `user:<id>` of both. Who says it is what the server knows of the caller.',
    tag: 'Rooms',
    audience: everybody,
    params: roomParams,
    body: {
      about: 'The message.',
      schema: messageBody,
      example: { data: { text: 'Hello' }, key: '0198c7a4-1111-7000-8000-000000000001' },
    },
    answers: {
      201: { about: 'Stored, under this number.', schema: publishedSchema },
      200: { about: 'It was stored before, under this number: `repeated`.', schema: publishedSchema },
    },
    errors: ['UNKNOWN_CHANNEL', 'IDEMPOTENCY_CONFLICT'],
  },
];
