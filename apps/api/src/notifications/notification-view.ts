import type { NotificationRow } from '@jobwire/db';
import { z } from 'zod';

import { pageSchema } from '../lists/list-page.ts';

const time = z.iso.datetime();

/** A notification as its user sees it. */
export const notificationViewSchema = z
  .object({
    id: z.uuid(),
    title: z.string(),
    body: z.string().nullable(),
    link: z.string().nullable().meta({ description: 'Where it leads: an http or https address, or a path' }),
    data: z.record(z.string(), z.unknown()).nullable().meta({ description: 'What the sender added for programs' }),
    createdAt: time,
    readAt: time.nullable().meta({ description: 'Null while it is unread' }),
  })
  .meta({ id: 'Notification', description: 'Something that a user should know' });

const unread = z.int().min(0).meta({ description: 'How many notifications the user has not read' });

/** The answer to a notification that was sent. */
export const sentSchema = z.object({
  notification: notificationViewSchema,
  unread,
  emailJob: z
    .uuid()
    .nullable()
    .meta({ description: 'The job that sends it as a mail unless it is taken or read before; null without one' }),
});

/** A page of notifications. */
export const notificationPageSchema = z.object({
  unread,
  notifications: z.array(notificationViewSchema),
  page: pageSchema,
});

/** The answer to one that was marked. */
export const changedSchema = z.object({ notification: notificationViewSchema, unread });

/** The answer to many that were marked. */
export const markedSchema = z.object({
  unread,
  read: z.int().min(0).meta({ description: 'How many were unread before' }),
});

/** A notification as its user sees it. */
export type NotificationView = z.output<typeof notificationViewSchema>;

/** Show a notification. */
export function notificationView({ created_at, read_at, ...row }: NotificationRow): NotificationView {
  const { id, title, body, link, data } = row;
  return {
    id,
    title,
    body,
    link,
    data,
    createdAt: created_at.toISOString(),
    readAt: read_at?.toISOString() ?? null,
  };
}
