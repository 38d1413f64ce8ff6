import type { LinkPurpose } from '@jobwire/db';
import type { AppError, ErrorCode, Locale } from '@jobwire/runtime';

import type { Page } from '../http/page.ts';

type Words = Pick<Page, 'title' | 'text'>;

const home: Record<Locale, NonNullable<Page['link']>> = {
  en: { href: '/', label: 'To the start page' },
  'zh-CN': { href: '/', label: '返回首页' },
};

const confirm: Record<Locale, Words & { label: string }> = {
  en: { title: 'Confirm your address', text: 'Press the button to confirm your e-mail address.', label: 'Confirm' },
  'zh-CN': { title: '确认您的邮箱', text: '请点击按钮确认您的邮箱地址。', label: '确认' },
};

const signIn: Record<Locale, Words & { label: string }> = {
  en: { title: 'Sign in', text: 'Press the button to sign in with this browser.', label: 'Sign in' },
  'zh-CN': { title: '登录', text: '请点击按钮在此浏览器中登录。', label: '登录' },
};

const confirmed: Record<Locale, Words> = {
  en: { title: 'Your address is confirmed', text: 'You are signed in with this browser.' },
  'zh-CN': { title: '邮箱已确认', text: '您已在此浏览器中登录。' },
};

const enter: Record<Locale, Words & { label: string }> = {
  en: { title: 'Enter as administrator', text: 'The link works once. The session lasts 12 hours.', label: 'Enter' },
  'zh-CN': { title: '以管理员身份进入', text: '此链接只能使用一次,会话有效期为 12 小时。', label: '进入' },
};

const refusals: Partial<Record<ErrorCode, Record<Locale, Words>>> = {
  TOKEN_USED: {
    en: { title: 'This link was used before', text: 'Every link works once. If it was you, all is done.' },
    'zh-CN': { title: '此链接已被使用', text: '每个链接只能使用一次。如果是您本人操作,则已完成。' },
  },
  TOKEN_EXPIRED: {
    en: { title: 'This link has expired', text: 'Ask for a new one and use it soon.' },
    'zh-CN': { title: '此链接已过期', text: '请获取新的链接并尽快使用。' },
  },
};

const invalid: Record<Locale, Words> = {
  en: { title: 'This link is not valid', text: 'Copy the whole link from where you got it and try again.' },
  'zh-CN': { title: '此链接无效', text: '请完整复制链接后重试。' },
};

/** The page behind the link of a mail: opening it changes nothing, because mail scanners open links too. */
export function confirmPage(language: Locale, token: string, purpose: LinkPurpose): Page {
  const { label, ...words } = (purpose === 'sign-in' ? signIn : confirm)[language];
  return { language, ...words, button: { action: '/verify', token, label } };
}

/** The page after the button. */
export function confirmedPage(language: Locale): Page {
  return { language, ...confirmed[language], link: home[language] };
}

/** The page behind an administrator's link. */
export function enterPage(language: Locale, token: string): Page {
  const { label, ...words } = enter[language];
  return { language, ...words, button: { action: '/admin/enter', token, label } };
}

/** The page of a link that does not work. */
export function refusedPage(language: Locale, { code }: AppError): Page {
  return { language, ...(refusals[code] ?? invalid)[language], link: home[language] };
}
