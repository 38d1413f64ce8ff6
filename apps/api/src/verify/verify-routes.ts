import { linkState, type Tx, type UserRow, useVerificationToken } from '@jobwire/db';
import { type Clock, type Config, sha256 } from '@jobwire/runtime';
import { type Request, type Response, Router } from 'express';

import type { AccessTokens } from '../auth/access-tokens.ts';
import { newSession } from '../auth/new-session.ts';
import type { SessionCookie } from '../auth/session-cookie.ts';
import { jsonBody } from '../http/app.ts';
import { languageOf } from '../http/language.ts';
import { requireOwnOrigin } from '../http/own-origin.ts';
import { sendPage } from '../http/page.ts';
import { formBody, orRefusedPage, showLink } from './link-form.ts';
import { confirmedPage, confirmPage } from './link-pages.ts';
import { linkRefusal, readTokenBody, readTokenForm } from './link-token.ts';

/** What the routes need. */
export interface VerifyRoutesOptions {
  db: Tx;
  accessTokens: AccessTokens;
  cookie: SessionCookie;
  config: Pick<Config, 'PUBLIC_URL'>;
  clock: Clock;
}

/** How long a person stays signed in with a browser, in milliseconds. */
const sessionLifetimeMs = 30 * 24 * 60 * 60 * 1_000;

/** `GET /verify` shows a button, `POST /verify` spends the token: as JSON for programs, as a form for people. */
export function verifyRoutes(options: VerifyRoutesOptions): Router {
  const { accessTokens, config } = options;
  const router = Router();
  router.get('/verify', showLink('verify-email', confirmPage, options));

  router.post('/verify', formBody(), async (request, response, next) => {
    if (!request.is('application/x-www-form-urlencoded')) return next();
    requireOwnOrigin(request, config.PUBLIC_URL);
    const language = languageOf(request);
    await orRefusedPage(response, language, async () => {
      await signIn(readTokenForm(request.body), request, response, options);
      sendPage(response, 200, confirmedPage(language));
    });
  });

  router.post('/verify', jsonBody(), async (request, response) => {
    const { user, sessionId } = await signIn(readTokenBody(request.body), request, response, options);
    const accessToken = await accessTokens.issue({ userId: user.id, sessionId });
    response.set('Cache-Control', 'no-store').json({ accessToken, user: userView(user) });
  });
  return router;
}

/**
 * Spend a link's token, and give the browser the cookie of the session that it opens.
 *
 * @throws AppError TOKEN_USED, TOKEN_EXPIRED or TOKEN_INVALID
 */
async function signIn(
  token: string,
  request: Request,
  response: Response,
  { db, cookie, clock }: VerifyRoutesOptions,
): Promise<{ user: UserRow; sessionId: string }> {
  const now = new Date(clock.now());
  const { session, secret } = newSession(request, now.getTime() + sessionLifetimeMs);
  const tokenHash = sha256(token);
  const user = await useVerificationToken(db, { tokenHash, now, session });
  if (!user) throw linkRefusal(await linkState(db, 'verify-email', tokenHash, now));
  response.append('Set-Cookie', cookie.write(secret, sessionLifetimeMs));
  return { user, sessionId: session.id };
}

/** A user as they see themselves. */
function userView(user: UserRow): Record<string, unknown> {
  return {
    id: user.id,
    email: user.email_original,
    name: user.name,
    locale: user.locale,
    verifiedAt: user.verified_at.toISOString(),
  };
}
