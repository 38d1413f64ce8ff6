import type { ConnectionState } from '@jobwire/client';

import type { Words } from '../language/language.ts';

/** The words of the connection. */
export interface ConnectionWords {
  idle: string;
  connecting: string;
  falling: string;
  live: string;
  liveBySse: string;
  waiting: (seconds: number) => string;
  lost: string;
  back: string;
  hint: (state: string) => string;
  frames: {
    title: string;
    about: string;
    document: string;
    filter: string;
    pause: string;
    resume: string;
    clear: string;
    copyAll: string;
    copy: string;
    copied: string;
    close: string;
    none: string;
    noMatch: string;
    in: string;
    out: string;
    reply: string;
    error: string;
    shown: (shown: number, all: number) => string;
  };
}

/** The words of the connection. */
export const connectionWords: Words<ConnectionWords> = {
  en: {
    idle: 'Nothing to watch',
    connecting: 'Connecting',
    falling: 'Falling back to SSE',
    live: 'Live',
    liveBySse: 'Live by SSE',
    waiting: (seconds) => (seconds > 0 ? `Reconnecting in ${seconds} s` : 'Reconnecting'),
    lost: 'The connection is lost. It is tried again by itself.',
    back: 'The connection is back.',
    hint: (state) => `Connection: ${state}. Show the frames`,
    frames: {
      title: 'Frames',
      about: 'What this page and the server say to each other, for people who write their own client.',
      document: 'AsyncAPI',
      filter: 'Filter: text or channel',
      pause: 'Pause',
      resume: 'Go on',
      clear: 'Clear',
      copyAll: 'Copy all',
      copy: 'Copy the frame',
      copied: 'Copied.',
      close: 'Close the frames',
      none: 'No frames yet.',
      noMatch: 'No frame has this text.',
      in: 'received',
      out: 'sent',
      reply: 'answer',
      error: 'error',
      shown: (shown, all) => (shown === all ? `${all} frames` : `${shown} of ${all} frames`),
    },
  },
  'zh-CN': {
    idle: '无需连接',
    connecting: '正在连接',
    falling: '正在改用 SSE',
    live: '实时',
    liveBySse: '实时(SSE)',
    waiting: (seconds) => (seconds > 0 ? `${seconds} 秒后重连` : '正在重连'),
    lost: '连接已断开，正在自动重试。',
    back: '连接已恢复。',
    hint: (state) => `连接：${state}。查看数据帧`,
    frames: {
      title: '数据帧',
      about: '本页面与服务器之间的全部对话，供编写自己客户端的人参考。',
      document: 'AsyncAPI',
      filter: '筛选：文本或频道',
      pause: '暂停',
      resume: '继续',
      clear: '清空',
      copyAll: '全部复制',
      copy: '复制此帧',
      copied: '已复制。',
      close: '关闭数据帧',
      none: '还没有数据帧。',
      noMatch: '没有包含此文本的数据帧。',
      in: '收到',
      out: '发出',
      reply: '应答',
      error: '错误',
      shown: (shown, all) => (shown === all ? `${all} 帧` : `${all} 帧中的 ${shown} 帧`),
    },
  },
};

/** What the connection is doing, in few words. */
export function connectionText(connection: ConnectionState, words: ConnectionWords, now: number): string {
  const { state } = connection;
  if (state === 'idle') return words.idle;
  if (state === 'waiting') return words.waiting(Math.max(0, Math.ceil((connection.until - now) / 1_000)));
  const bySse = connection.transport === 'sse';
  if (state === 'connecting') return bySse ? words.falling : words.connecting;
  return bySse ? words.liveBySse : words.live;
}
