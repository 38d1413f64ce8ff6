import * as z from 'zod/mini';

/** Something that a user should know. */
export const notification = z.looseObject({
  id: z.string(),
  title: z.string(),
  body: z.nullable(z.string()),
  /** Where it leads; an address of the application that sent it. */
  link: z.nullable(z.string()),
  data: z.nullable(z.record(z.string(), z.unknown())),
  createdAt: z.string(),
  readAt: z.nullable(z.string()),
});

/** Data of the event `notification.new`. */
export const notificationNew = z.looseObject({ notification, unread: z.int() });

/** Data of the event `notification.read`: these were read, here or on another device; with `readAt` null, are unread again. */
export const notificationRead = z.looseObject({
  ids: z.array(z.string()),
  readAt: z.nullable(z.string()),
  unread: z.int(),
});

/** What `user:<id>` begins with: the initial list. */
export const userSnapshot = z.looseObject({
  unread: z.int(),
  /** The newest first. */
  notifications: z.array(notification),
});

/** Something that a user should know. */
export type Notification = z.output<typeof notification>;
/** What `user:<id>` begins with. */
export type UserSnapshot = z.output<typeof userSnapshot>;
