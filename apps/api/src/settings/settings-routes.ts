import { Router } from 'express';

import { type SettingsConfig, settingsView } from './settings-view.ts';

/** `GET /settings`: what a page needs to know before it offers an upload, a room or a link to the inbox. */
export function settingsRoutes(config: SettingsConfig, version: string): Router {
  const router = Router();
  const view = settingsView(config, version);
  router.get('/settings', (_request, response) => void response.set('Cache-Control', 'no-cache').json(view));
  return router;
}
