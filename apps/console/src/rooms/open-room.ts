import { type Client, messageLength } from '@jobwire/client';
import { type ReadonlySignal, signal } from '@preact/signals';

import { type Conversation, conversationAfter, unknownConversation, withOlder } from './conversation.ts';
import { createOutbox, type Outbox } from './outbox.ts';

/** A room that somebody is in. */
export interface OpenRoom {
  readonly name: string;
  readonly conversation: ReadonlySignal<Conversation>;
  /** Why nothing follows; undefined while all is well. */
  readonly lost: ReadonlySignal<unknown>;
  readonly outbox: Outbox;
  /** Whether a message was sent from this page, for those who have no id of their own. */
  isOwn(key: string | undefined): boolean;
  /** Read what was said before. */
  older(): Promise<void>;
}

/** Who comes in, and how long they stay. */
export interface OpenRoomOptions {
  /** Id of the user; undefined for those without an account, whom nobody can write to alone. */
  me: string | undefined;
  storage: Storage;
  /** Leaves the room. */
  signal: AbortSignal;
}

/** Events of one page of what was said before. */
const pageSize = 50;

/** Go into a room. Messages that are on their way when one leaves go on. */
export function openRoom(client: Client, name: string, { me, storage, signal: ends }: OpenRoomOptions): OpenRoom {
  const room = client.room(name);
  const conversation = signal(unknownConversation);
  const lost = signal<unknown>(undefined);
  const sent = new Set<string>();
  const outbox = createOutbox({
    storage,
    place: `jobwire.unsent.${me ?? 'stranger'}.${name}`,
    send({ key, text, to }) {
      sent.add(key);
      return room.send({ text }, { key, ...(to ? { to: to.id } : {}) });
    },
  });
  const take = (item: Parameters<typeof conversationAfter>[1]): void => {
    conversation.value = conversationAfter(conversation.peek(), item, { me, now: Date.now() });
    if (item.kind === 'snapshot') outbox.readAnew();
    if ((item.kind === 'message' || item.kind === 'personal') && isOwn(item.key, item.from.id)) {
      outbox.arrived(item.key);
    }
  };
  const isOwn = (key: string | undefined, from?: string): boolean =>
    (from !== undefined && from === me) || (key !== undefined && sent.has(key));

  room.join({ signal: ends, personal: me !== undefined }).on({
    snapshot: take,
    message: take,
    personal: take,
    presence: take,
    changed: take,
    error: (error) => (lost.value = error),
  });
  return {
    name,
    conversation,
    lost,
    outbox,
    isOwn,
    async older() {
      const { oldest } = conversation.peek();
      const page = await room.history({
        ...(oldest === undefined ? {} : { before: oldest }),
        limit: pageSize,
        signal: ends,
      });
      conversation.value = withOlder(conversation.peek(), page);
    },
  };
}

/** Characters of JSON beyond what a message may have; 0 where it fits. */
export function excessOf(text: string): number {
  return Math.max(0, JSON.stringify({ text }).length - messageLength);
}
