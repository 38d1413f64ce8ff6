import { type Audience, countAudience, type Database, insertAuditEntry, storeRoomMessage, type Tx } from '@jobwire/db';
import { broadcastChannel, roomChannel } from '@jobwire/realtime';
import { uuidv7 } from '@jobwire/runtime';
import { Router } from 'express';

import { type AdminCaller, actorOf, type Gatekeeper } from '../auth/caller.ts';
import { requireAdmin } from '../auth/require-admin.ts';
import type { ChannelLog } from '../channels/channel-log.ts';
import { jsonBody } from '../http/app.ts';
import { onlyMethods } from '../http/only-methods.ts';
import { answerOnce } from '../idempotency/answer-once.ts';
import { idempotencyKey, readIdempotencyKey } from '../idempotency/idempotency-key.ts';
import { sendAnswer } from '../idempotency/send-answer.ts';
import { personOf } from '../rooms/room-person.ts';
import { readBroadcast } from './broadcast-input.ts';

/** What the route needs. */
export interface BroadcastRoutesOptions {
  db: Database;
  gatekeeper: Pick<Gatekeeper, 'callerOf'>;
  log: ChannelLog;
}

/** `POST /broadcast`: tell everybody, or everybody in a room, something. Operators do, and it is audited. */
export function broadcastRoutes({ db, gatekeeper, log }: BroadcastRoutesOptions): Router {
  const router = Router();

  /** Store the message where it is to be heard. @returns what tells those who listen, after the commit */
  const store = async (tx: Tx, caller: AdminCaller, message: unknown, room: string | undefined) => {
    if (room === undefined) {
      const event = { channel: broadcastChannel.name, type: 'broadcast.message', data: { message } };
      return (await log.append(tx, event)).announce;
    }
    const outcome = await storeRoomMessage(tx, {
      room,
      channels: [roomChannel(room).name],
      from: personOf({ caller, connId: '' }),
      to: null,
      data: message,
      key: uuidv7(),
      except: null,
      everywhere: true,
    });
    const events = outcome.how === 'stored' ? outcome.events : [];
    return () => {
      for (const { channel, event } of events) log.announce(channel, event);
    };
  };

  router
    .route('/broadcast')
    .post(jsonBody(), async (request, response) => {
      const caller = await requireAdmin(gatekeeper, request, 'operator');
      const input = readBroadcast(request.body);
      const given = readIdempotencyKey(request);
      const key =
        given === undefined ? undefined : idempotencyKey(given, { caller, route: 'POST /broadcast', asked: input });
      let announce = (): void => undefined;
      const answer = await answerOnce<Audience>(db, key, (record) =>
        db.transaction(async (tx) => {
          const { room, message } = input;
          announce = await store(tx, caller, message, room);
          const subject = room === undefined ? broadcastChannel.name : roomChannel(room).name;
          await insertAuditEntry(tx, { actor: actorOf(caller), action: 'message.broadcast', subject });
          const stored = { status: 202, body: await countAudience(tx, room ?? null) };
          await record(tx, stored);
          return stored;
        }),
      );
      if (!answer.replayed) announce();
      sendAnswer(response.set('Cache-Control', 'no-store'), answer);
    })
    .all(onlyMethods('POST'));
  return router;
}
