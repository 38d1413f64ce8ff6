import { appError, type Config, type Locale } from '@jobwire/runtime';
import type { RequestHandler } from 'express';

import type { Gatekeeper } from '../auth/caller.ts';
import { languageOf } from '../http/language.ts';
import { requireOwnOrigin } from '../http/own-origin.ts';
import { sendPage } from '../http/page.ts';

/** What the guard needs. */
export interface AdminGuardOptions {
  gatekeeper: Pick<Gatekeeper, 'adminOf'>;
  config: Pick<Config, 'PUBLIC_URL'>;
}

const closed: Record<Locale, { title: string; text: string }> = {
  en: {
    title: 'Administrators only',
    text: 'Sign in with an address that <code>ADMIN_EMAILS</code> lists, or run <code>npm run admin-link</code> on the server and open the link that it prints.',
  },
  'zh-CN': {
    title: '仅限管理员',
    text: '请使用 <code>ADMIN_EMAILS</code> 中列出的邮箱登录,或在服务器上运行 <code>npm run admin-link</code>,然后打开它输出的链接。',
  },
};

/** Methods that change nothing (RFC 9110 §9.2.1). */
const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Let administrators through, by their session's cookie. What changes something must come from a page of this server and
 * from an operator. A browser that may not in is told how to get in.
 *
 * @throws AppError UNAUTHENTICATED, FORBIDDEN
 */
export function adminGuard({ gatekeeper, config }: AdminGuardOptions): RequestHandler {
  return async (request, response, next) => {
    const admin = await gatekeeper.adminOf(request.headers.cookie);
    if (admin) {
      if (safeMethods.has(request.method)) return next();
      requireOwnOrigin(request, config.PUBLIC_URL);
      if (admin.role !== 'operator') throw appError('FORBIDDEN', { detail: 'A viewer changes nothing' });
      return next();
    }
    const reader = request.method === 'GET' && request.accepts('json', 'html') === 'html';
    if (!reader) throw appError('UNAUTHENTICATED', { detail: 'An administrator’s session is needed' });
    const language = languageOf(request);
    sendPage(response, 401, { language, ...closed[language] });
  };
}
