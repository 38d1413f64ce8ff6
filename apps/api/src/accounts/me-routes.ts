import { findUser } from '@jobwire/db';
import { appError } from '@jobwire/runtime';
import { Router } from 'express';

import type { Gatekeeper } from '../auth/caller.ts';
import type { SessionCookie } from '../auth/session-cookie.ts';
import { onlyMethods } from '../http/only-methods.ts';
import { deleteAccount, type DeleteAccountOptions } from './delete-account.ts';
import { signedIn } from './signed-in.ts';
import { userView } from './user-view.ts';

/** What the routes need. */
export interface MeRoutesOptions extends DeleteAccountOptions {
  gatekeeper: Pick<Gatekeeper, 'callerOf'>;
  cookie: SessionCookie;
}

/** `GET /me`: the account as its owner sees it. `DELETE /me`: forget it. */
export function meRoutes(options: MeRoutesOptions): Router {
  const { db, gatekeeper, cookie } = options;
  const router = Router();
  router
    .route('/me')
    .get(async (request, response) => {
      const { userId, role } = await signedIn(gatekeeper, request);
      const user = await findUser(db, userId);
      // Deleted between the two statements.
      if (!user) throw appError('UNAUTHENTICATED');
      response.set('Cache-Control', 'no-store').json(userView(user, role));
    })
    .delete(async (request, response) => {
      const { userId } = await signedIn(gatekeeper, request);
      await deleteAccount(userId, options);
      response.append('Set-Cookie', cookie.clear()).status(204).end();
    })
    .all(onlyMethods('GET, HEAD, DELETE'));
  return router;
}
