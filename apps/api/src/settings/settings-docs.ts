import type { RouteDoc } from '../openapi/route-doc.ts';
import { settingsSchema } from './settings-view.ts';

/** `GET /settings`. */
export const settingsDocs: readonly RouteDoc[] = [
  {
    method: 'get',
    path: '/settings',
    id: 'getSettings',
    summary: 'What a page needs to know before it offers anything',
    tag: 'Documents',
    audience: ['anyone'],
    alwaysOpen: true,
    answers: { 200: { about: 'The part of the configuration that anybody may know.', schema: settingsSchema } },
  },
];
