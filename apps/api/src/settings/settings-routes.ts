import { Router } from 'express';

import type { SessionCookie } from '../auth/session-cookie.ts';
import { type SettingsConfig, settingsView } from './settings-view.ts';

/** What the route needs. */
export interface SettingsRouteOptions {
  config: SettingsConfig;
  cookie: Pick<SessionCookie, 'read'>;
  version: string;
}

/**
 * `GET /settings`: what a page needs to know before it offers an upload, a room or a link to the inbox, and whether asking
 * for an access token is worth it: scripts cannot see the cookie, and a refused request is an error in a browser's console.
 */
export function settingsRoutes({ config, cookie, version }: SettingsRouteOptions): Router {
  const router = Router();
  router.get('/settings', (request, response) => {
    const session = cookie.read(request.headers.cookie) !== undefined;
    response.set({ 'Cache-Control': 'no-store', Vary: 'Cookie' }).json(settingsView(config, version, session));
  });
  return router;
}
