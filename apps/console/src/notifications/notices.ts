import type { NotificationItem, NotificationPage } from '@jobwire/client';

/** Something that a user should know. */
export type Notice = NotificationItem['notifications'][number];

/** What a page knows of a user's notifications. */
export interface Notices {
  unread: number;
  /** The newest first. */
  list: readonly Notice[];
  /** Where older ones begin: undefined until it was asked for, null when there are none. */
  next: string | null | undefined;
}

/** Before anything is known. */
export const noNotices: Notices = { unread: 0, list: [], next: undefined };

/** How many the live list begins with: fewer are all there are. */
export const livePage = 50;

/** The notifications after something has happened to them, here or on another device. */
export function noticesAfter(before: Notices, item: NotificationItem): Notices {
  const { unread, notifications: live } = item;
  if (item.kind === 'initial') return { unread, list: live, next: live.length < livePage ? null : undefined };
  const older = before.list.filter(({ id }) => !live.some((other) => other.id === id));
  const list = [...live, ...older.map((each) => afterRead(each, item))];
  return { ...before, unread, list };
}

function afterRead(notice: Notice, item: NotificationItem): Notice {
  return item.kind === 'read' && item.ids.includes(notice.id) ? { ...notice, readAt: item.readAt } : notice;
}

/** The notifications with an older page of them. */
export function withOlder(before: Notices, { notifications, page }: NotificationPage): Notices {
  const known = new Set(before.list.map(({ id }) => id));
  return { ...before, list: [...before.list, ...notifications.filter(({ id }) => !known.has(id))], next: page.next };
}

/**
 * Where a notification leads: an address of the web, or a place of this server. Anything else, like a script, leads nowhere.
 *
 * @param base address of the page
 */
export function hrefOf(link: string | null, base: string): string | undefined {
  if (link === null || !URL.canParse(link, base)) return undefined;
  const { protocol, href } = new URL(link, base);
  return protocol === 'http:' || protocol === 'https:' ? href : undefined;
}
