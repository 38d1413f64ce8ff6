import type { Config } from '@jobwire/runtime';
import { z } from 'zod';

import { metricsAreOpen } from '../metrics/metrics-routes.ts';
import { imageTypes } from '../uploads/image-type.ts';

/** What `/settings` tells. */
export const settingsSchema = z.object({
  version: z.string(),
  anonymousUploads: z.boolean().meta({ description: 'Whether images may be uploaded without signing in' }),
  upload: z.object({
    maxBytes: z.int().meta({ description: 'Largest image that is accepted' }),
    types: z.array(z.enum(imageTypes)),
  }),
  inbox: z.url().nullable().meta({ description: 'The page of the development inbox, where there is one' }),
  strangers: z.boolean().meta({ description: 'Whether sockets without a token may enter open rooms' }),
  metrics: z.boolean().meta({ description: 'Whether `/metrics` is open to whoever asks' }),
  session: z.boolean().meta({
    description: 'Whether the request brought the cookie of a session, so that `POST /refresh` is worth a try',
  }),
});

/** What a page needs to know of the configuration before it can offer anything. */
export type SettingsView = z.output<typeof settingsSchema>;

/** The variables that a page may know. */
export type SettingsConfig = Pick<
  Config,
  'ANONYMOUS_UPLOADS' | 'UPLOAD_MAX_BYTES' | 'INBOX_URL' | 'ROOM_ANONYMOUS' | 'NODE_ENV' | 'METRICS_TOKEN'
>;

/** Show what anybody may know of the configuration. */
export function settingsView(config: SettingsConfig, version: string, session: boolean): SettingsView {
  return {
    version,
    anonymousUploads: config.ANONYMOUS_UPLOADS,
    upload: { maxBytes: config.UPLOAD_MAX_BYTES, types: [...imageTypes] },
    inbox: config.INBOX_URL ?? null,
    strangers: config.ROOM_ANONYMOUS,
    metrics: metricsAreOpen(config),
    session,
  };
}
