import { type Database, findLink, insertAuditEntry, type LinkUse, useAdminToken } from '@jobwire/db';
import { type Clock, type Config, sha256 } from '@jobwire/runtime';
import { Router } from 'express';

import { newSession } from '../auth/new-session.ts';
import type { SessionCookie } from '../auth/session-cookie.ts';
import { languageOf } from '../http/language.ts';
import { requireOwnOrigin } from '../http/own-origin.ts';
import { seeOther } from '../http/see-other.ts';
import { formBody, orRefusedPage, showLink } from '../verify/link-form.ts';
import { enterPage } from '../verify/link-pages.ts';
import { linkRefusal, readTokenForm } from '../verify/link-token.ts';

/** What the routes need. */
export interface AdminEntryOptions {
  db: Database;
  cookie: SessionCookie;
  config: Pick<Config, 'PUBLIC_URL'>;
  clock: Clock;
}

/** How long an administrator's session lasts, in milliseconds. */
const sessionLifetimeMs = 12 * 60 * 60 * 1_000;

/**
 * `GET /admin/enter` shows a button, `POST /admin/enter` spends the one-time link and opens an administrator's session.
 * Both must be asked before the guard of `/admin`.
 */
export function adminEntry(options: AdminEntryOptions): Router {
  const { db, cookie, config, clock } = options;
  const router = Router();
  router.get('/admin/enter', showLink(['admin-link'], enterPage, options));

  router.post('/admin/enter', formBody(), async (request, response) => {
    requireOwnOrigin(request, config.PUBLIC_URL);
    await orRefusedPage(response, languageOf(request), async () => {
      const tokenHash = sha256(readTokenForm(request.body));
      const now = new Date(clock.now());
      const { session, secret } = newSession(request, now.getTime() + sessionLifetimeMs);
      if (!(await enter(db, { tokenHash, now, session }))) {
        throw linkRefusal((await findLink(db, ['admin-link'], tokenHash, now))?.state);
      }
      response.append('Set-Cookie', cookie.write(secret, sessionLifetimeMs)).set('Cache-Control', 'no-store');
      seeOther(response, '/admin/queues');
    });
  });
  return router;
}

/** Spend the link and write down that somebody came by it. False when the link is not good. */
function enter(db: Database, use: LinkUse): Promise<boolean> {
  return db.transaction(async (tx) => {
    const opened = await useAdminToken(tx, use);
    const actor = { kind: 'admin', id: null } as const;
    if (opened) await insertAuditEntry(tx, { actor, action: 'admin.entered', subject: use.session.id });
    return opened;
  });
}
