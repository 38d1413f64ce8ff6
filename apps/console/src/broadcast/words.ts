import type { Words } from '../language/language.ts';

/** The words of what everybody is told. */
export const broadcastWords: Words<{
  title: string;
  about: string;
  text: string;
  send: string;
  sent: (sentTo: number, online: number) => string;
  label: string;
  dismiss: string;
}> = {
  en: {
    title: 'Tell everybody',
    about: 'Everybody who is signed in sees it above the page at once, and for the next hour.',
    text: 'Announcement',
    send: 'Tell everybody',
    sent: (sentTo, online) => `Told. Listeners: ${sentTo}, open sockets: ${online}.`,
    label: 'Announcement',
    dismiss: 'Dismiss the announcement',
  },
  'zh-CN': {
    title: '通知所有人',
    about: '所有已登录的人会立即在页面上方看到，并在接下来的一小时内保留。',
    text: '公告内容',
    send: '通知所有人',
    sent: (sentTo, online) => `已发出。收听者：${sentTo}，已连接的套接字：${online}。`,
    label: '公告',
    dismiss: '关闭公告',
  },
};
