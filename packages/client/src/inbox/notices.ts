import {
  type Notification,
  notificationNew,
  notificationRead,
  type UserSnapshot,
  userSnapshot,
} from '@jobwire/protocol';

import type { WatchItem } from '../watch/watched-channel.ts';

/** The notifications of a user after each change. */
interface Notices {
  /** How many are unread, also of those that are not in the list. */
  unread: number;
  /** The newest first. */
  notifications: readonly Notification[];
}

/** What a watcher of notifications is told. Each item has the list as it is then. */
export type NotificationItem =
  /** The list as it is: replaces everything that was known. */
  | ({ kind: 'initial' } & Notices)
  | ({ kind: 'new'; notification: Notification } & Notices)
  /** These were read, here or on another device; with `readAt` null they are unread again. */
  | ({ kind: 'read'; ids: readonly string[]; readAt: string | null } & Notices);

/** What follows from something that the channel says; undefined when that is about something else. */
export function noticesAfter(known: Notices | undefined, item: WatchItem<unknown>): NotificationItem | undefined {
  if (item.kind === 'snapshot') {
    const { unread, notifications }: UserSnapshot = userSnapshot.parse(item.snapshot);
    return { kind: 'initial', unread, notifications };
  }
  const before = known?.notifications ?? [];
  if (item.type === 'notification.new') {
    const { notification, unread } = notificationNew.parse(item.data);
    const others = before.filter(({ id }) => id !== notification.id);
    return { kind: 'new', notification, unread, notifications: [notification, ...others] };
  }
  if (item.type === 'notification.read') {
    const { ids, readAt, unread } = notificationRead.parse(item.data);
    const notifications = before.map((each) => (ids.includes(each.id) ? { ...each, readAt } : each));
    return { kind: 'read', ids, readAt, unread, notifications };
  }
  return undefined;
}
