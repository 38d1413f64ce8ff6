import type { Words } from '../language/language.ts';
import type { Member } from './conversation.ts';

/** The words of rooms. */
export interface RoomWords {
  title: string;
  about: string;
  signIn: { text: string; way: string };
  name: string;
  nameRule: string;
  enter: string;
  recent: string;
  existing: string;
  here: (count: number) => string;
  closed: string;
  more: string;
  back: string;
  opening: string;
  noRoom: string;
  limited: string;
  earlier: string;
  beginning: string;
  silent: string;
  log: (room: string) => string;
  unseen: string;
  newest: (count: number) => string;
  you: string;
  nameless: Readonly<Record<Member['kind'], string>>;
  kinds: Readonly<Record<Member['kind'], string>>;
  /** `Ada`, `Ada and Grace`, `Ada and 2 others`. */
  who: (first: string, second: string | undefined, others: number) => string;
  came: (who: string) => string;
  left: (who: string) => string;
  opened: string;
  shut: string;
  toYou: string;
  onlyTo: (name: string) => string;
  people: (count: number) => string;
  unlisted: (count: number) => string;
  alone: string;
  writeTo: (name: string) => string;
  message: string;
  messageTo: (name: string) => string;
  toAll: string;
  keys: string;
  tooLong: (excess: number) => string;
  send: string;
  sending: string;
  waiting: string;
  notSent: string;
  again: string;
  drop: string;
  pace: string;
  rule: {
    title: string;
    open: string;
    members: string;
    membersHint: string;
    add: (name: string) => string;
    save: string;
    saved: string;
  };
}

/** The words of rooms. */
export const roomWords: Words<RoomWords> = {
  en: {
    title: 'Rooms',
    about: 'People and programs talk in rooms. A room is there as soon as somebody names it.',
    signIn: { text: 'Rooms are for people who are signed in, so that everybody knows who speaks.', way: 'Sign in' },
    name: 'Name of the room',
    nameRule: '1 to 64 letters or digits of any script; after the first also . _ and -',
    enter: 'Enter',
    recent: 'Where you were',
    existing: 'Rooms that exist',
    here: (count) => (count === 1 ? '1 here' : `${count} here`),
    closed: 'closed',
    more: 'Show more',
    back: 'All rooms',
    opening: 'Opening the room …',
    noRoom: 'This room is not there for you. It is closed, and you are not on its list.',
    limited: 'Too many requests. It is tried again by itself in a moment.',
    earlier: 'Earlier messages',
    beginning: 'This is where the room begins.',
    silent: 'Nothing was said yet. Say the first word.',
    log: (room) => `Messages in ${room}`,
    unseen: 'New',
    newest: (count) => (count === 0 ? 'Jump to the newest' : count === 1 ? '1 new message' : `${count} new messages`),
    you: 'you',
    nameless: { user: 'Somebody', admin: 'An operator', key: 'A program', anonymous: 'A stranger' },
    kinds: { user: '', admin: 'operator', key: 'program', anonymous: 'stranger' },
    who: (first, second, others) =>
      second === undefined ? first : others === 1 ? `${first} and ${second}` : `${first} and ${others} others`,
    came: (who) => `${who} came in`,
    left: (who) => `${who} left`,
    opened: 'The room was opened to everybody.',
    shut: 'The room was closed: its members alone may enter.',
    toYou: 'to you alone',
    onlyTo: (name) => `to ${name} alone`,
    people: (count) => `Here now: ${count}`,
    unlisted: (count) => `and ${count} more`,
    alone: 'Nobody is here yet.',
    writeTo: (name) => `Write to ${name} alone`,
    message: 'Message',
    messageTo: (name) => `Message to ${name} alone`,
    toAll: 'Write to all instead',
    keys: 'Enter sends, Shift + Enter begins a new line.',
    tooLong: (excess) => `Too long by ${excess} ${excess === 1 ? 'character' : 'characters'}.`,
    send: 'Send',
    sending: 'Sending',
    waiting: 'Goes out when the connection is back',
    notSent: 'Not sent',
    again: 'Try again',
    drop: 'Discard',
    pace: 'A room takes 5 messages a second from you. The rest follows by itself.',
    rule: {
      title: 'Who may enter',
      open: 'Open to everybody who is signed in',
      members: 'Ids of the users who may enter when it is closed',
      membersHint: 'One a line.',
      add: (name) => `Add ${name}`,
      save: 'Save',
      saved: 'Saved.',
    },
  },
  'zh-CN': {
    title: '房间',
    about: '人和程序在房间里交谈。只要有人说出名字，房间就存在了。',
    signIn: { text: '登录后才能进入房间，这样大家都知道是谁在说话。', way: '登录' },
    name: '房间名称',
    nameRule: '1 到 64 个任意文字的字母或数字；第一个字符之后还可以使用 . _ 和 -',
    enter: '进入',
    recent: '最近去过',
    existing: '现有房间',
    here: (count) => `${count} 人在线`,
    closed: '已关闭',
    more: '显示更多',
    back: '所有房间',
    opening: '正在打开房间……',
    noRoom: '您无法进入这个房间：它已关闭，而您不在成员名单中。',
    limited: '请求过多，稍后会自动重试。',
    earlier: '更早的消息',
    beginning: '这里是房间的开头。',
    silent: '还没有人说话，来说第一句吧。',
    log: (room) => `${room} 中的消息`,
    unseen: '新消息',
    newest: (count) => (count === 0 ? '跳到最新' : `${count} 条新消息`),
    you: '您',
    nameless: { user: '某人', admin: '一位运维人员', key: '一个程序', anonymous: '一位访客' },
    kinds: { user: '', admin: '运维', key: '程序', anonymous: '访客' },
    who: (first, second, others) =>
      second === undefined ? first : others === 1 ? `${first}和${second}` : `${first}和另外 ${others} 人`,
    came: (who) => `${who}进来了`,
    left: (who) => `${who}离开了`,
    opened: '房间已向所有人开放。',
    shut: '房间已关闭，只有成员可以进入。',
    toYou: '仅发给您',
    onlyTo: (name) => `仅发给 ${name}`,
    people: (count) => `当前在线：${count}`,
    unlisted: (count) => `以及另外 ${count} 人`,
    alone: '这里还没有人。',
    writeTo: (name) => `只写给 ${name}`,
    message: '消息',
    messageTo: (name) => `只发给 ${name} 的消息`,
    toAll: '改为发给所有人',
    keys: '按 Enter 发送，按 Shift + Enter 换行。',
    tooLong: (excess) => `超出 ${excess} 个字符。`,
    send: '发送',
    sending: '正在发送',
    waiting: '连接恢复后发出',
    notSent: '未发送',
    again: '重试',
    drop: '放弃',
    pace: '每个人每秒最多可在房间里发送 5 条消息，其余的会自动依次发出。',
    rule: {
      title: '谁可以进入',
      open: '向所有已登录的人开放',
      members: '房间关闭时可以进入的用户 ID',
      membersHint: '每行一个。',
      add: (name) => `添加 ${name}`,
      save: '保存',
      saved: '已保存。',
    },
  },
};
