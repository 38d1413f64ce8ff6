import type { NotificationToMail } from '@jobwire/db';

/** What jobs need that tell people of notifications. */
export interface NotificationPorts {
  /** Notifications in the record. */
  notifications: {
    /** One with its user; `link` is a whole address. Undefined when it or its user is gone. */
    find(id: string): Promise<NotificationToMail | undefined>;
  };
}
