import type { Locale } from '@jobwire/runtime';

import { alreadyRegisteredEn } from './already-registered/en.ts';
import { alreadyRegisteredZhCn } from './already-registered/zh-CN.ts';
import type { Template } from './template.ts';
import { welcomeEn } from './welcome/en.ts';
import { welcomeZhCn } from './welcome/zh-CN.ts';

/** Every mail in every language. They are modules, not files beside them: a build carries nothing else along. */
export const templates: Record<'welcome' | 'already-registered', Record<Locale, Template>> = {
  welcome: { en: welcomeEn, 'zh-CN': welcomeZhCn },
  'already-registered': { en: alreadyRegisteredEn, 'zh-CN': alreadyRegisteredZhCn },
};
