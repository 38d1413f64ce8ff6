import type { Database } from '@jobwire/db';
import type { Clock, Config } from '@jobwire/runtime';
import { Router } from 'express';
import type { z } from 'zod';

import { userRoleOf, userView } from '../accounts/user-view.ts';
import type { AccessTokens } from '../auth/access-tokens.ts';
import type { Gatekeeper } from '../auth/caller.ts';
import type { SessionCookie } from '../auth/session-cookie.ts';
import { jsonBody } from '../http/app.ts';
import { languageOf } from '../http/language.ts';
import { onlyMethods } from '../http/only-methods.ts';
import { requireOwnOrigin } from '../http/own-origin.ts';
import { sendPage } from '../http/page.ts';
import { formBody, orRefusedPage, showLink } from './link-form.ts';
import { confirmedPage, confirmPage } from './link-pages.ts';
import { readTokenBody, readTokenForm } from './link-token.ts';
import { openSession, signInLinks } from './open-session.ts';
import type { verifiedSchema } from './verified.ts';

/** What the routes need. */
export interface VerifyRoutesOptions {
  db: Database;
  gatekeeper: Pick<Gatekeeper, 'callerOfToken'>;
  accessTokens: AccessTokens;
  cookie: SessionCookie;
  config: Pick<Config, 'PUBLIC_URL'>;
  clock: Clock;
}

/**
 * `GET /verify` shows a button, `POST /verify` spends the token of a registration's or a sign-in's mail: as JSON for
 * programs, as a form for people.
 */
export function verifyRoutes(options: VerifyRoutesOptions): Router {
  const { accessTokens, gatekeeper, config } = options;
  const router = Router();
  router.get('/verify', showLink(signInLinks, confirmPage, options));

  router.post('/verify', formBody(), async (request, response, next) => {
    if (!request.is('application/x-www-form-urlencoded')) return next();
    requireOwnOrigin(request, config.PUBLIC_URL);
    const language = languageOf(request);
    await orRefusedPage(response, language, async () => {
      await openSession(readTokenForm(request.body), { request, response }, options);
      sendPage(response, 200, confirmedPage(language));
    });
  });

  router.post('/verify', jsonBody(), async (request, response) => {
    const { user, sessionId } = await openSession(readTokenBody(request.body), { request, response }, options);
    const accessToken = await accessTokens.issue({ userId: user.id, sessionId });
    const role = userRoleOf(await gatekeeper.callerOfToken(accessToken));
    const verified: z.output<typeof verifiedSchema> = { accessToken, user: userView(user, role) };
    response.set('Cache-Control', 'no-store').json(verified);
  });
  router.all('/verify', onlyMethods('GET, HEAD, POST'));
  return router;
}
