import { type Database, listRooms, readRoomState, readRoster } from '@jobwire/db';
import { roomChannel } from '@jobwire/realtime';
import { appError, uuidv7 } from '@jobwire/runtime';
import { type Request, type Response, Router } from 'express';
import type { z } from 'zod';

import { actorOf, type Caller, type Gatekeeper } from '../auth/caller.ts';
import { requireAdmin } from '../auth/require-admin.ts';
import type { ChannelLog } from '../channels/channel-log.ts';
import { logSource } from '../channels/channel-log.ts';
import { readHistory } from '../channels/history.ts';
import { jsonBody } from '../http/app.ts';
import { onlyMethods } from '../http/only-methods.ts';
import { parse } from '../http/parse.ts';
import { changeRoom } from './change-room.ts';
import type { PublishInRoom } from './publish-message.ts';
import type { RoomAccess } from './room-access.ts';
import { historyQuery, messageBody, readRoomBody, roomOf, roomsQuery } from './room-input.ts';
import { mostMembers } from './room-limits.ts';
import { type roomSchema, roomsView, roomView } from './room-views.ts';

/** What the routes need. */
export interface RoomRoutesOptions {
  db: Database;
  gatekeeper: Pick<Gatekeeper, 'callerOf'>;
  access: RoomAccess;
  publish: PublishInRoom;
  log: ChannelLog;
  epoch: string;
  /** Whether strangers see open rooms. */
  strangers: boolean;
}

/**
 * `GET /rooms`, `GET` and `PUT /rooms/:room`, `GET` and `POST /rooms/:room/messages`: the rooms of sockets, over HTTP. A
 * room that the caller may not see is answered like one that there is not.
 */
export function roomRoutes(options: RoomRoutesOptions): Router {
  const { db, gatekeeper, access, publish, log, epoch, strangers } = options;
  const router = Router();
  const source = logSource(db, (room) => roomChannel(room).name);

  const view = async (room: string, caller: Caller): Promise<z.output<typeof roomSchema>> => {
    const [state, roster] = await Promise.all([
      readRoomState(db, room, roomChannel(room).name, { members: mostMembers, messages: 0 }),
      caller.kind === 'admin' ? readRoster(db, room) : undefined,
    ]);
    return roomView(room, state, { epoch, roster });
  };
  const enter = async (request: Request): Promise<{ room: string; caller: Caller }> => {
    const caller = await gatekeeper.callerOf(request);
    if (caller.kind === 'anonymous' && !strangers) throw appError('UNAUTHENTICATED');
    const room = roomOf(request);
    if (!(await access.mayWatch(room, caller))) throw appError('UNKNOWN_CHANNEL');
    return { room, caller };
  };

  router.get('/rooms', async (request, response) => {
    await requireAdmin(gatekeeper, request, 'viewer');
    const { after = null, limit } = parse(roomsQuery, request.query, {
      after: 'AFTER_INVALID',
      limit: 'LIMIT_INVALID',
    });
    unstored(response).json(roomsView(await listRooms(db, { after, limit: limit + 1 }), limit));
  });

  router.get('/rooms/:room', async (request, response) => {
    const { room, caller } = await enter(request);
    unstored(response).json(await view(room, caller));
  });

  router.put('/rooms/:room', jsonBody(), async (request, response) => {
    const caller = await requireAdmin(gatekeeper, request, 'operator');
    const wanted = readRoomBody(request);
    await changeRoom(db, log, wanted, actorOf(caller));
    unstored(response).json(await view(wanted.room, caller));
  });

  router.get('/rooms/:room/messages', async (request, response) => {
    const { room } = await enter(request);
    const asked = parse(historyQuery, request.query, { before: 'BEFORE_INVALID', limit: 'LIMIT_INVALID' });
    unstored(response).json(await readHistory(source, room, epoch, asked));
  });

  router.post('/rooms/:room/messages', jsonBody(), async (request, response) => {
    const caller = await gatekeeper.callerOf(request);
    // Strangers are known by their connections, and have none here.
    if (caller.kind === 'anonymous') throw appError('UNAUTHENTICATED');
    const room = roomOf(request);
    const message = parse(messageBody, request.body);
    const published = await publish(room, message, { caller, connId: uuidv7() });
    response.status(published.repeated ? 200 : 201);
    unstored(response).json(published);
  });

  router.all('/rooms', onlyMethods('GET, HEAD'));
  router.all('/rooms/:room', onlyMethods('GET, HEAD, PUT'));
  router.all('/rooms/:room/messages', onlyMethods('GET, HEAD, POST'));
  return router;
}

/** What is said in a room is for those who are there. */
function unstored(response: Response): Response {
  return response.set('Cache-Control', 'private, no-store');
}
