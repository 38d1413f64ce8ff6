import type { Words } from '../language/language.ts';
import type { Theme } from './theme.ts';

/** The words around every page. */
export interface FrameWords {
  skip: string;
  main: string;
  ways: Readonly<Record<'try' | 'jobs' | 'rooms' | 'operators', string>>;
  menu: string;
  language: string;
  theme: string;
  themes: Readonly<Record<Theme, string>>;
  signIn: string;
  signOut: string;
  signedInAs: (name: string) => string;
  byLink: string;
  opening: string;
  unopened: string;
  again: string;
  loading: string;
  unloaded: string;
  reload: string;
  foot: { docs: string; socket: string; problems: string; health: string; version: (version: string) => string };
}

/** The words around every page. */
export const frameWords: Words<FrameWords> = {
  en: {
    skip: 'Skip to the content',
    main: 'Pages',
    ways: { try: 'Try it', jobs: 'Jobs', rooms: 'Rooms', operators: 'Operators' },
    menu: 'Account and display',
    language: 'Language',
    theme: 'Display',
    themes: { system: 'As the device', light: 'Light', dark: 'Dark' },
    signIn: 'Sign in',
    signOut: 'Sign out',
    signedInAs: (name) => `Signed in as ${name}`,
    byLink: 'Operator, by one-time link',
    opening: 'Connecting …',
    unopened: 'The server cannot be reached.',
    again: 'Try again',
    loading: 'Loading this page …',
    unloaded: 'This page could not be loaded.',
    reload: 'Reload',
    foot: {
      docs: 'API',
      socket: 'Socket',
      problems: 'Errors',
      health: 'Health',
      version: (version) => `Jobwire ${version}`,
    },
  },
  'zh-CN': {
    skip: '跳到正文',
    main: '页面',
    ways: { try: '试一试', jobs: '任务', rooms: '房间', operators: '运维' },
    menu: '账户与显示',
    language: '语言',
    theme: '外观',
    themes: { system: '跟随设备', light: '浅色', dark: '深色' },
    signIn: '登录',
    signOut: '退出登录',
    signedInAs: (name) => `已登录：${name}`,
    byLink: '运维人员（一次性链接）',
    opening: '正在连接……',
    unopened: '无法连接到服务器。',
    again: '重试',
    loading: '正在加载页面……',
    unloaded: '无法加载此页面。',
    reload: '重新加载',
    foot: {
      docs: 'API',
      socket: '套接字',
      problems: '错误',
      health: '健康状况',
      version: (version) => `Jobwire ${version}`,
    },
  },
};
