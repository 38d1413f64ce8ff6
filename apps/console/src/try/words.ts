import type { Words } from '../language/language.ts';

/** The words of the page where things are tried. */
export const tryWords: Words<{
  title: string;
  about: string;
  register: { title: string; about: string; email: string; name: string; send: string };
}> = {
  en: {
    title: 'See it work',
    about: 'Register or drop a few photos: every step of each job arrives here as it happens.',
    register: {
      title: 'Register',
      about: 'A welcome mail is sent in the background.',
      email: 'E-mail address',
      name: 'Name (optional)',
      send: 'Register',
    },
  },
  'zh-CN': {
    title: '亲眼看它运行',
    about: '注册账户或拖入几张照片:每个任务的每一步都会实时显示在这里。',
    register: {
      title: '注册',
      about: '欢迎邮件会在后台发送。',
      email: '邮箱地址',
      name: '姓名(选填)',
      send: '注册',
    },
  },
};
