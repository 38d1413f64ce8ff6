import { type Marked, marked, notification, readLimit } from '@jobwire/protocol';
import * as z from 'zod/mini';

import { persist } from '../http/persist.ts';
import { queryOf } from '../http/query.ts';
import type { CallControl, Rest } from '../http/rest.ts';
import { ConnectionLost } from '../problem.ts';
import { createWatch, type Watch } from '../watch/watch.ts';
import type { Inbox } from './inbox.ts';
import type { NotificationItem } from './notices.ts';

const notificationPage = z.looseObject({
  unread: z.int(),
  notifications: z.array(notification),
  page: z.looseObject({ next: z.nullable(z.string()) }),
});

/** A page of notifications, the newest first. */
export type NotificationPage = z.output<typeof notificationPage>;

/** Which notifications are listed. */
export interface NotificationFilter {
  unread?: boolean;
  /** `page.next` of the page before. */
  after?: string;
  limit?: number;
}

/** The notifications of the user who calls. */
export interface Notifications {
  /** The list, and everything that happens to it. A reader who leaves too much is told the list anew. */
  watch(options?: CallControl): Watch<NotificationItem>;
  list(filter?: NotificationFilter, options?: CallControl): Promise<NotificationPage>;
  /** Mark as read, on all devices; tries again over lost connections. */
  markRead(which: readonly string[] | 'all', options?: CallControl): Promise<Marked>;
}

/** Make the notifications of a client. */
export function createNotifications(rest: Rest, inbox: Inbox): Notifications {
  const markByRequests = async (which: readonly string[] | 'all', signal?: AbortSignal): Promise<Marked> => {
    const change = { method: 'PATCH', body: { read: true }, signal } as const;
    if (which === 'all') return rest.call('/notifications', marked, change);
    let last: Marked = { unread: 0 };
    for (const id of which) last = await rest.call(`/notifications/${encodeURIComponent(id)}`, marked, change);
    return last;
  };
  const mark = async (which: string[] | 'all', signal?: AbortSignal): Promise<Marked> => {
    try {
      if (!inbox.link) throw new ConnectionLost();
      const named = which === 'all' ? ({ all: true } as const) : { ids: which };
      return marked.parse(await inbox.link.request({ op: 'read', ...named }));
    } catch (error) {
      if (error instanceof ConnectionLost) return markByRequests(which, signal);
      throw error;
    }
  };

  return {
    watch({ signal } = {}) {
      let stop: (() => void) | undefined;
      const listen = (): void => {
        stop = inbox.listen({ notices: (item) => source.tell(item), failed: (error) => source.fail(error) });
      };
      const source = createWatch<NotificationItem>(
        { closed: () => stop?.(), full: () => stop?.(), ready: listen },
        signal,
      );
      if (!signal?.aborted) listen();
      return source.watch;
    },
    list: (filter = {}, options = {}) =>
      rest.call(`/notifications${queryOf({ ...filter })}`, notificationPage, options),
    async markRead(which, { signal } = {}) {
      if (which === 'all') return persist(() => mark('all', signal), signal);
      let last: Marked | undefined;
      for (let start = 0; start < which.length; start += readLimit) {
        const some = which.slice(start, start + readLimit);
        last = await persist(() => mark(some, signal), signal);
      }
      return last ?? persist(() => rest.call('/notifications?limit=1', marked, { signal }), signal);
    },
  };
}
