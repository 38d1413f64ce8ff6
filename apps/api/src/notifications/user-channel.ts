import { type Database, readInbox } from '@jobwire/db';
import { notificationNew, userChannel, userSnapshot, type UserSnapshot } from '@jobwire/realtime';
import { appError } from '@jobwire/runtime';

import type { ChannelKind } from '../channels/channel-kind.ts';
import { logSource } from '../channels/channel-log.ts';
import type { Inbox } from './inbox.ts';
import { notificationView } from './notification-view.ts';
import type { TakenNotices } from './taken-notices.ts';

/** Notifications that the channel begins with. */
export const newestNotifications = 50;

/** What the channels work with. */
export interface UserChannelOptions {
  db: Database;
  taken: Pick<TakenNotices, 'add'>;
  inbox: Pick<Inbox, 'markRead'>;
}

/** The channels `user:<id>`: what one user is told, and nobody else hears, administrators included. */
export function createUserChannel({ db, taken, inbox }: UserChannelOptions): ChannelKind {
  const nameOf = (userId: string): string => userChannel(userId).name;
  return {
    ...logSource(db, nameOf),
    mayWatch: async (userId, caller) => (caller.kind === 'user' || caller.kind === 'admin') && caller.userId === userId,
    async state(userId) {
      const found = await readInbox(db, userId, nameOf(userId), newestNotifications);
      if (!found) return undefined;
      const snapshot: UserSnapshot = { unread: found.unread, notifications: found.newest.map(notificationView) };
      return { seq: found.seq, final: false, snapshot };
    },
    receipts: {
      ofEvent: ({ type, data }) => (type === 'notification.new' ? [notificationNew.parse(data).notification.id] : []),
      ofSnapshot: (snapshot) =>
        userSnapshot.parse(snapshot).notifications.flatMap(({ id, readAt }) => (readAt === null ? [id] : [])),
      arrived: (ids) => taken.add(ids),
    },
    async markRead({ ids }, { caller }) {
      const userId = caller.kind === 'user' || caller.kind === 'admin' ? caller.userId : null;
      if (userId === null) throw appError('FORBIDDEN', { detail: 'This is for people with an account' });
      const { unread } = await inbox.markRead(userId, ids ? { ids } : { until: null });
      return { unread };
    },
  };
}
