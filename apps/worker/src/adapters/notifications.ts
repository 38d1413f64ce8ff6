import { type Database, findNotificationToMail } from '@jobwire/db';
import type { NotificationPorts } from '@jobwire/jobs';

/**
 * Make the way to the notifications of the record.
 *
 * @param publicUrl PUBLIC_URL, without a slash at the end: where a link leads that is a path
 */
export function createNotifications(db: Database, publicUrl: string): NotificationPorts['notifications'] {
  return {
    async find(id) {
      const found = await findNotificationToMail(db, id);
      return found?.link?.startsWith('/') ? { ...found, link: publicUrl + found.link } : found;
    },
  };
}
