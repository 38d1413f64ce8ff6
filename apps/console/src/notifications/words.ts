import type { Words } from '../language/language.ts';

/** The words of notifications. */
export const notificationWords: Words<{
  title: string;
  unread: (count: number) => string;
  news: (title: string) => string;
  empty: string;
  isUnread: string;
  markOne: (title: string) => string;
  markAll: string;
  older: string;
}> = {
  en: {
    title: 'Notifications',
    unread: (count) => `Notifications, ${count} unread`,
    news: (title) => `New notification: ${title}`,
    empty: 'Nothing yet. What you should know will be here at once, on all your devices.',
    isUnread: 'Unread',
    markOne: (title) => `Mark “${title}” as read`,
    markAll: 'Mark all as read',
    older: 'Older ones',
  },
  'zh-CN': {
    title: '通知',
    unread: (count) => `通知，${count} 条未读`,
    news: (title) => `新通知：${title}`,
    empty: '暂无通知。需要您知道的事情会立即出现在这里，并同步到您的所有设备。',
    isUnread: '未读',
    markOne: (title) => `将“${title}”标为已读`,
    markAll: '全部标为已读',
    older: '更早的通知',
  },
};
