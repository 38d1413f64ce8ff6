import type { Words } from '../language/language.ts';

/** The words of signing in. */
export const accountWords: Words<{
  title: string;
  about: string;
  email: string;
  send: string;
  sent: string;
  inbox: string;
}> = {
  en: {
    title: 'Sign in',
    about: 'There are no passwords: a mail brings you a link that signs this browser in.',
    email: 'E-mail address',
    send: 'Send the link',
    sent: 'The link is on its way, if there is an account with this address. Open it in this browser, then come back here.',
    inbox: 'Open the development inbox',
  },
  'zh-CN': {
    title: '登录',
    about: '这里没有密码：您会收到一封邮件，点击其中的链接即可在此浏览器中登录。',
    email: '邮箱地址',
    send: '发送链接',
    sent: '如果该邮箱已注册，链接已经发出。请在此浏览器中打开链接，然后返回本页。',
    inbox: '打开开发收件箱',
  },
};
