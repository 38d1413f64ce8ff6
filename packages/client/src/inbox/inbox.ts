import { personalMessage, userChannel } from '@jobwire/protocol';
import * as z from 'zod/mini';

import { persist } from '../http/persist.ts';
import type { Rest } from '../http/rest.ts';
import type { Link } from '../link/link.ts';
import type { Links } from '../link/links.ts';
import { watchChannel } from '../watch/watch-channel.ts';
import type { WatchItem } from '../watch/watched-channel.ts';
import { noticesAfter, type NotificationItem } from './notices.ts';

/** A message of a room to one user. */
export type PersonalMessage = z.output<typeof personalMessage> & { at: string };

/** Whom the inbox tells. */
export interface InboxListener {
  notices?(item: NotificationItem): void;
  personal?(message: PersonalMessage): void;
  /** Nothing follows. */
  failed?(error: unknown): void;
}

/** The channel of the user who calls: watched once, while anybody listens. */
export interface Inbox {
  /** Listen until the returned function is called. Whoever comes later is told the list as it is. */
  listen(listener: InboxListener): () => void;
  /** What carries it; undefined while nobody listens. */
  readonly link: Link | undefined;
}

const me = z.looseObject({ id: z.string() });

/** Make the inbox of a client. */
export function createInbox({ rest, links }: { rest: Rest; links: Pick<Links, 'for'> }): Inbox {
  const listeners = new Set<InboxListener>();
  let stop: (() => void) | undefined;
  let link: Link | undefined;
  let notices: NotificationItem | undefined;

  const tell = (run: (listener: InboxListener) => void): void => {
    for (const listener of [...listeners]) run(listener);
  };
  const take = (item: WatchItem<unknown>): void => {
    if (item.kind === 'event' && item.type === 'room.personal') {
      const message = { ...personalMessage.parse(item.data), at: item.at };
      return tell((listener) => listener.personal?.(message));
    }
    const next = noticesAfter(notices, item);
    if (!next) return;
    notices = next;
    tell((listener) => listener.notices?.(next));
  };
  const failed = (error: unknown): void => {
    const told = [...listeners];
    end();
    for (const listener of told) listener.failed?.(error);
  };
  const end = (): void => {
    listeners.clear();
    stop?.();
    stop = undefined;
    link = undefined;
    notices = undefined;
  };

  const begin = (): void => {
    const stopping = new AbortController();
    const { signal } = stopping;
    stop = () => stopping.abort();
    persist(() => rest.call('/me', me, { signal }), signal).then(
      ({ id }) => {
        if (signal.aborted) return;
        const { name: channel } = userChannel(id);
        link = links.for(channel);
        // Nobody reads it; everything is told at once.
        watchChannel(link, { channel, options: { signal }, take, failed }).letGo();
      },
      (error: unknown) => {
        if (!signal.aborted) failed(error);
      },
    );
  };

  return {
    listen(listener) {
      listeners.add(listener);
      if (!stop) begin();
      else if (notices) listener.notices?.({ ...notices, kind: 'initial' });
      return () => {
        if (listeners.delete(listener) && listeners.size === 0) end();
      };
    },
    get link() {
      return link;
    },
  };
}
