import { Router } from 'express';

import { meRoutes, type MeRoutesOptions } from './me-routes.ts';
import { refreshRoute, type RefreshRouteOptions } from './refresh-route.ts';
import { sessionRoutes, type SessionRoutesOptions } from './session-routes.ts';
import { signInRoute, type SignInRouteOptions } from './sign-in-route.ts';
import { signOutRoute, type SignOutRouteOptions } from './sign-out-route.ts';

/** What the routes of accounts need. */
export type AccountRoutesOptions = MeRoutesOptions &
  RefreshRouteOptions &
  SessionRoutesOptions &
  SignInRouteOptions &
  SignOutRouteOptions;

/** The routes of people with an account, after `/register` and beside `/verify`. */
export function accountRoutes(options: AccountRoutesOptions): Router {
  return Router().use(
    signInRoute(options),
    refreshRoute(options),
    signOutRoute(options),
    meRoutes(options),
    sessionRoutes(options),
  );
}
