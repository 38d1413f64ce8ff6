import type { User } from '@jobwire/client';

import type { Words } from '../language/language.ts';

/** The words of one's account. */
export interface AccountPageWords {
  title: string;
  email: string;
  name: string;
  role: string;
  roles: Readonly<Record<User['role'], string>>;
  since: string;
  lastSignIn: string;
  byLink: string;
  signOut: string;
  sessions: {
    title: string;
    unknown: string;
    here: string;
    used: (time: string) => string;
    ends: (time: string) => string;
    end: string;
    endOf: (session: string) => string;
    ended: string;
  };
  remove: {
    title: string;
    about: string;
    type: (email: string) => string;
    other: string;
    button: string;
    removed: string;
  };
}

/** The words of one's account. */
export const accountPageWords: Words<AccountPageWords> = {
  en: {
    title: 'Your account',
    email: 'E-mail',
    name: 'Name',
    role: 'Role',
    roles: {
      user: 'User',
      viewer: 'Viewer: sees every job and queue',
      operator: 'Operator: sees and changes every job and queue',
    },
    since: 'Registered',
    lastSignIn: 'Last sign-in',
    byLink: 'This browser came by the one-time link of the server: it is an operator without an account.',
    signOut: 'Sign out',
    sessions: {
      title: 'Signed in on',
      unknown: 'An unknown device',
      here: 'This browser',
      used: (time) => `used ${time}`,
      ends: (time) => `ends ${time}`,
      end: 'End',
      endOf: (session) => `End the session on ${session}`,
      ended: 'The session has ended.',
    },
    remove: {
      title: 'Delete the account',
      about:
        'Your sessions, uploads, and what your jobs were given are deleted, and what still runs is cancelled. This cannot be undone.',
      type: (email) => `Type ${email} to confirm`,
      other: 'This is not the address of the account.',
      button: 'Delete the account',
      removed: 'The account is deleted.',
    },
  },
  'zh-CN': {
    title: '您的账户',
    email: '邮箱',
    name: '姓名',
    role: '角色',
    roles: { user: '用户', viewer: '查看者：可查看所有任务和队列', operator: '运维人员：可查看和更改所有任务和队列' },
    since: '注册时间',
    lastSignIn: '上次登录',
    byLink: '此浏览器通过服务器的一次性链接登录：是没有账户的运维人员。',
    signOut: '退出登录',
    sessions: {
      title: '已登录的设备',
      unknown: '未知设备',
      here: '此浏览器',
      used: (time) => `上次使用：${time}`,
      ends: (time) => `到期：${time}`,
      end: '结束',
      endOf: (session) => `结束在 ${session} 上的会话`,
      ended: '会话已结束。',
    },
    remove: {
      title: '删除账户',
      about: '您的会话、上传的图片和任务数据都会被删除，仍在运行的任务会被取消。此操作无法撤销。',
      type: (email) => `请输入 ${email} 以确认`,
      other: '这不是该账户的邮箱。',
      button: '删除账户',
      removed: '账户已删除。',
    },
  },
};
