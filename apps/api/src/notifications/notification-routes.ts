import { countUnread, type Database, listNotifications } from '@jobwire/db';
import { emailNotification, takeWithinMs } from '@jobwire/jobs';
import { newJob } from '@jobwire/queue';
import { appError, type Clock, type KeyRing } from '@jobwire/runtime';
import { type Request, type Response, Router } from 'express';
import { z } from 'zod';

import { signedIn } from '../accounts/signed-in.ts';
import { actorOf, type Gatekeeper } from '../auth/caller.ts';
import { jsonBody } from '../http/app.ts';
import { onlyMethods } from '../http/only-methods.ts';
import { parse } from '../http/parse.ts';
import { answerOnce } from '../idempotency/answer-once.ts';
import { idempotencyKey, readIdempotencyKey } from '../idempotency/idempotency-key.ts';
import { sendAnswer } from '../idempotency/send-answer.ts';
import { createListCursors } from '../lists/list-cursor.ts';
import { pageOf } from '../lists/list-page.ts';
import { traceOf } from '../traces/trace-requests.ts';
import type { Inbox, Notice } from './inbox.ts';
import {
  changeBody,
  markBody,
  type NotificationInput,
  readNotification,
  readNotificationQuery,
} from './notification-input.ts';
import {
  type changedSchema,
  type markedSchema,
  type notificationPageSchema,
  notificationView,
  type sentSchema,
} from './notification-view.ts';
import { notifierOf } from './notifier.ts';

/** What the routes need. */
export interface NotificationRoutesOptions {
  db: Database;
  gatekeeper: Pick<Gatekeeper, 'callerOf'>;
  dispatcher: { wake(): void };
  inbox: Inbox;
  keys: KeyRing;
  clock: Clock;
}

/** The notifications of users: operators and programs send them, everybody reads and marks their own. */
export function notificationRoutes(options: NotificationRoutesOptions): Router {
  const { db, gatekeeper, inbox, keys } = options;
  const cursors = createListCursors(keys);
  const router = Router();

  router
    .route('/notifications')
    .post(jsonBody(), (request, response) => send(request, response, options))
    .get(async (request, response) => {
      const { userId } = await signedIn(gatekeeper, request);
      const { unread, limit, after } = readNotificationQuery(request.query);
      const filter = { list: 'notifications', userId, unread: unread === 'true' };
      const behind = after === undefined ? undefined : cursors.read(filter, after);
      const [found, count] = await Promise.all([
        listNotifications(db, { userId, unreadOnly: filter.unread, after: behind, limit: limit + 1 }),
        countUnread(db, userId),
      ]);
      const { rows, page } = pageOf(found, { cursors, filter, limit });
      const body: z.output<typeof notificationPageSchema> = {
        unread: count,
        notifications: rows.map(notificationView),
        page,
      };
      own(response).json(body);
    })
    .patch(jsonBody(), async (request, response) => {
      const { userId } = await signedIn(gatekeeper, request);
      const { before } = parse(markBody, request.body, { before: 'TIME_INVALID' });
      const { unread, read } = await inbox.markRead(userId, { until: before === undefined ? null : new Date(before) });
      const body: z.output<typeof markedSchema> = { unread, read };
      own(response).json(body);
    })
    .all(onlyMethods('GET, HEAD, POST, PATCH'));

  router
    .route('/notifications/:id')
    .patch(jsonBody(), async (request, response) => {
      const { userId } = await signedIn(gatekeeper, request);
      const { read } = parse(changeBody, request.body);
      const id = z.uuid().safeParse(request.params['id']);
      if (!id.success) throw appError('NOT_FOUND');
      const { unread, notification } = await inbox.mark(userId, id.data, read);
      const body: z.output<typeof changedSchema> = { notification: notificationView(notification), unread };
      own(response).json(body);
    })
    .all(onlyMethods('PATCH'));
  return router;
}

async function send(request: Request, response: Response, options: NotificationRoutesOptions): Promise<void> {
  const { db, gatekeeper, dispatcher, inbox, clock } = options;
  const caller = await notifierOf(gatekeeper, request);
  const input = readNotification(request.body);
  const given = readIdempotencyKey(request);
  const key =
    given === undefined ? undefined : idempotencyKey(given, { caller, route: 'POST /notifications', asked: input });
  const mail = (notificationId: string) => ({
    ...newJob(emailNotification, { notificationId }, { runAt: new Date(clock.now() + takeWithinMs) }),
    ...traceOf(response),
  });
  let announce = (): void => undefined;
  const answer = await answerOnce(db, key, (record) =>
    db.transaction(async (tx) => {
      const by = { actor: actorOf(caller), mail: input.sendEmail ? mail : undefined };
      const sent = await inbox.notify(tx, noticeOf(input), by);
      ({ announce } = sent);
      const body: z.output<typeof sentSchema> = {
        notification: notificationView(sent.notification),
        unread: sent.unread,
        emailJob: sent.job?.id ?? null,
      };
      await record(tx, { status: 201, body });
      return { status: 201, body };
    }),
  );
  if (!answer.replayed) {
    announce();
    dispatcher.wake();
  }
  sendAnswer(own(response), answer);
}

function noticeOf({ user, title, body, link, data }: NotificationInput): Notice {
  return { user, title, body: body ?? null, link: link ?? null, data: data ?? null };
}

/** Notifications are for nobody but their user. */
function own(response: Response): Response {
  return response.set('Cache-Control', 'private, no-store');
}
