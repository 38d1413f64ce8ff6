import {
  type Actor,
  countUnread,
  type Database,
  findNotification,
  holdChannel,
  holdUser,
  insertAuditEntry,
  insertJob,
  insertNotification,
  markNotificationsRead,
  markNotificationUnread,
  type NewJob,
  type NotificationChoice,
  type NotificationRow,
  type Tx,
  type UserName,
} from '@jobwire/db';
import { userChannel } from '@jobwire/realtime';
import { appError, type Clock, uuidv7 } from '@jobwire/runtime';

import type { ChannelLog } from '../channels/channel-log.ts';
import { unknownUser } from './notification-input.ts';
import { notificationView } from './notification-view.ts';

/** What somebody wants a user to know. */
export interface Notice {
  user: UserName;
  title: string;
  body: string | null;
  link: string | null;
  data: Record<string, unknown> | null;
}

/** What was done, and what to call after the commit: it tells the user's sockets. */
export type Done<Result> = Result & { unread: number; announce: () => void };

/** The notifications of users, and what their sockets are told. */
export interface Inbox {
  /**
   * Store a notification, in the caller's transaction.
   *
   * @param mail the job that sends it as a mail, made for its id; undefined without one
   * @throws AppError INVALID_INPUT when there is no such user
   */
  notify(
    tx: Tx,
    notice: Notice,
    by: { actor: Actor; mail: ((id: string) => NewJob) | undefined },
  ): Promise<Done<{ notification: NotificationRow; job: NewJob | undefined }>>;
  /** Mark notifications of a user as read. @returns how many were unread */
  markRead(userId: string, choice: NotificationChoice): Promise<{ unread: number; read: number }>;
  /**
   * Mark one as read or unread.
   *
   * @throws AppError NOT_FOUND for what is not there or not theirs
   */
  mark(userId: string, id: string, read: boolean): Promise<{ unread: number; notification: NotificationRow }>;
}

/** What the inbox works with. */
export interface InboxOptions {
  db: Database;
  log: Pick<ChannelLog, 'append'>;
  clock: Clock;
}

/** Notifications that one event names: some 20 KB of ids. */
const idsOfEvent = 500;

/**
 * Make the inbox. Whoever changes a user's notifications holds the user's channel first, so that the unread count of an
 * event is the one at its place in the log.
 */
export function createInbox({ db, log, clock }: InboxOptions): Inbox {
  const tell = async (tx: Tx, userId: string, ids: readonly string[], readAt: Date | null) => {
    const unread = await countUnread(tx, userId);
    const announcements: (() => void)[] = [];
    for (let start = 0; start < ids.length; start += idsOfEvent) {
      const data = { ids: ids.slice(start, start + idsOfEvent), readAt: readAt?.toISOString() ?? null, unread };
      const { announce } = await log.append(tx, {
        channel: userChannel(userId).name,
        type: 'notification.read',
        data,
      });
      announcements.push(announce);
    }
    return { unread, announce: () => announcements.forEach((announce) => announce()) };
  };

  /** Run in a transaction that holds the user's channel; its sockets are told after the commit. */
  const change = async <Result>(userId: string, work: (tx: Tx) => Promise<Done<Result>>): Promise<Done<Result>> => {
    const done = await db.transaction(async (tx) => {
      await holdChannel(tx, userChannel(userId).name);
      return work(tx);
    });
    done.announce();
    return done;
  };

  return {
    async notify(tx, { user, ...words }, { actor, mail }) {
      const userId = await holdUser(tx, user);
      if (userId === undefined) throw unknownUser(user);
      const channel = userChannel(userId).name;
      await holdChannel(tx, channel);
      const notification = await insertNotification(tx, { id: uuidv7(), userId, ...words });
      const unread = await countUnread(tx, userId);
      const data = { notification: notificationView(notification), unread };
      const { announce } = await log.append(tx, { channel, type: 'notification.new', data });
      const job = mail?.(notification.id);
      if (job) await insertJob(tx, job);
      if (actor.kind === 'admin') {
        await insertAuditEntry(tx, { actor, action: 'notification.sent', subject: notification.id });
      }
      return { notification, job, unread, announce };
    },

    markRead: (userId, choice) =>
      change(userId, async (tx) => {
        const readAt = new Date(clock.now());
        const ids = await markNotificationsRead(tx, userId, choice, readAt);
        return { ...(await tell(tx, userId, ids, readAt)), read: ids.length };
      }),

    mark: (userId, id, read) =>
      change(userId, async (tx) => {
        const readAt = read ? new Date(clock.now()) : null;
        const changed = readAt
          ? (await markNotificationsRead(tx, userId, { ids: [id] }, readAt)).length > 0
          : await markNotificationUnread(tx, userId, id);
        const notification = await findNotification(tx, userId, id);
        if (!notification) throw appError('NOT_FOUND');
        return { ...(await tell(tx, userId, changed ? [id] : [], readAt)), notification };
      }),
  };
}
