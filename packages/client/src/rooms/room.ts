import { type HistoryPage, historyPage, type Present, present, type Published, roomChannel } from '@jobwire/protocol';

import { type AnswerOf, documented } from '../http/documented.ts';
import { persist } from '../http/persist.ts';
import type { CallControl, Rest } from '../http/rest.ts';
import type { Inbox } from '../inbox/inbox.ts';
import type { Link } from '../link/link.ts';
import type { Links } from '../link/links.ts';
import { watchChannel, type WatchOptions } from '../watch/watch-channel.ts';
import type { Watch, WatchSource } from '../watch/watch.ts';
import type { PresenceChange } from '../watch/watched-channel.ts';
import { afterChange, changeBetween } from './people.ts';
import { type People, type RoomItem, roomItemOf } from './room-item.ts';
import { sendMessage, type SendOptions } from './send-message.ts';

/** Which part of what was said is read. */
export interface HistoryOptions extends CallControl {
  /** Events with a smaller number; without it the newest. */
  before?: number;
  /** Events at most, up to 100. */
  limit?: number;
}

/** How a room is joined. */
export interface JoinOptions extends Omit<WatchOptions, 'ticket'> {
  /** False: messages to this user alone are not asked for, as for callers without an account, who get none. */
  personal?: boolean;
}

/** A room as it is; administrators see in `roster` who may enter when it is closed. */
export type RoomView = AnswerOf<'getRoom', 200>;

/** A room. It is joined by watching it. */
export interface Room {
  readonly name: string;
  /** Be there, and be told what is said and who comes and goes. Who is in already is still only one. */
  join(options?: JoinOptions): Watch<RoomItem>;
  /**
   * Say something, once: lost connections are tried again with the same key until the server confirms it.
   *
   * @throws JobwireError when it may not be said
   */
  send(data: unknown, options?: SendOptions): Promise<Published>;
  /** What was said, oldest first. */
  history(options?: HistoryOptions): Promise<HistoryPage>;
  /** Who is here. */
  presence(options?: CallControl): Promise<Present>;
  /** The room as it is. */
  view(options?: CallControl): Promise<RoomView>;
  /** Open or close it, and say who may enter when it is closed; for operators. */
  change(change: RoomChange, options?: CallControl): Promise<RoomView>;
  leave(): void;
}

/** How a room shall be: `members` are ids of users, and replace the list. */
export interface RoomChange {
  open: boolean;
  members: readonly string[];
}

/** What a room works with. */
export interface RoomOptions {
  rest: Rest;
  links: Pick<Links, 'for'>;
  inbox: Inbox;
}

/** Make the handle of a room. */
export function createRoom({ rest, links, inbox }: RoomOptions, name: string): Room {
  const path = `/rooms/${encodeURIComponent(name)}`;
  const { name: channel } = roomChannel(name);
  let joined: { watch: Watch<RoomItem>; link: Link } | undefined;

  const presence = ({ signal }: CallControl = {}): Promise<Present> => rest.call(path, present, { signal });

  const join = ({ personal: hears = true, ...options }: JoinOptions): Watch<RoomItem> => {
    const link = links.for(channel);
    let people: People = { online: 0, members: [] };
    const tellPresence = (change: PresenceChange, source: WatchSource<RoomItem>): void => {
      people = afterChange(people, change);
      source.tell({ kind: 'presence', ...change, ...people });
    };
    const leaving = new AbortController();
    const source = watchChannel<RoomItem>(link, {
      channel,
      options,
      take(item, to) {
        const told = roomItemOf(item);
        if (told?.kind === 'snapshot') people = { online: told.online, members: told.members };
        if (told) to.tell(told);
      },
      presence: tellPresence,
      /** Who came and went meanwhile is not in the log. */
      resumed(to) {
        persist(() => presence({ signal: leaving.signal }), leaving.signal).then(
          (now) => tellPresence(changeBetween(people, now), to),
          // The room cannot be seen any more; its channel says so.
          () => undefined,
        );
      },
      closed() {
        leaving.abort();
        stopListening();
        if (joined?.watch === source.watch) joined = undefined;
      },
    });
    const listen = (): (() => void) =>
      inbox.listen({
        personal(message) {
          if (message.room === name) source.tell({ ...message, kind: 'personal' });
        },
      });
    const stopListening = hears ? listen() : () => undefined;
    joined = { watch: source.watch, link };
    return source.watch;
  };

  return {
    name,
    join: (options = {}) => joined?.watch ?? join(options),
    send: (data, options) => sendMessage({ rest, link: () => joined?.link }, name, data, options),
    history({ before, limit, signal } = {}) {
      const query = new URLSearchParams();
      if (before !== undefined) query.set('before', String(before));
      if (limit !== undefined) query.set('limit', String(limit));
      return rest.call(`${path}/messages?${query}`, historyPage, { signal });
    },
    presence,
    view: (call) => rest.call(path, documented<'getRoom', 200>(), call),
    change: (body, call) => rest.call(path, documented<'putRoom', 200>(), { ...call, method: 'PUT', body }),
    leave: () => joined?.watch.leave(),
  };
}
