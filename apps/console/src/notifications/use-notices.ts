import { useEffect, useState } from 'preact/hooks';

import type { App } from '../app.ts';
import { livePage, noNotices, type Notices, noticesAfter, withOlder } from './notices.ts';
import { notificationWords } from './words.ts';

/** The notifications of who is signed in, as they change, and the way to older ones. */
export interface LiveNotices {
  notices: Notices;
  /** Why nothing follows; undefined while all is well. */
  lost: unknown;
  older(): Promise<void>;
}

/** Watch the notifications while a component is shown. */
export function useNotices({ client, announcer, language }: App): LiveNotices {
  const [notices, setNotices] = useState(noNotices);
  const [lost, setLost] = useState<unknown>();
  useEffect(() => {
    const ends = new AbortController();
    const take = (item: Parameters<typeof noticesAfter>[1]): void => setNotices((before) => noticesAfter(before, item));
    client.notifications.watch({ signal: ends.signal }).on({
      initial: take,
      new(item) {
        take(item);
        announcer.say(notificationWords[language.value].news(item.notification.title));
      },
      read: take,
      error: setLost,
    });
    return () => ends.abort();
  }, [client]);
  return {
    notices,
    lost,
    async older() {
      // The live list names no place to go on from: the first page that is asked for does.
      const after = notices.next ?? (await client.notifications.list({ limit: livePage })).page.next;
      if (after === null) return setNotices((before) => ({ ...before, next: null }));
      const page = await client.notifications.list({ after, limit: livePage });
      setNotices((before) => withOlder(before, page));
    },
  };
}
