import { type ReadonlySignal, signal } from '@preact/signals';

import { readList } from './kept-rooms.ts';

/** Whom alone a message is for. */
export interface Addressee {
  id: string;
  name: string;
}

/** A message on its way. */
export interface Unsent {
  /** The same at every attempt, so that it is stored once. */
  key: string;
  text: string;
  /** Undefined for a message to all. */
  to: Addressee | undefined;
  /** `sent`: the server has it, and the room has not said it yet. */
  state: 'sending' | 'sent' | 'failed';
  /** Why it failed. */
  error?: unknown;
}

/** What is on its way into a room. */
export interface Outbox {
  /** The oldest first. */
  readonly all: ReadonlySignal<readonly Unsent[]>;
  add(message: Pick<Unsent, 'key' | 'text' | 'to'>): void;
  again(key: string): void;
  /** Give a message up; its text. */
  drop(key: string): void;
  /** The room has said it. */
  arrived(key: string | undefined): void;
  /** The room was read anew: what the server has is in there. */
  readAnew(): void;
}

/** What an outbox works with. */
export interface OutboxOptions {
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  /** Where in the storage: one place for each person and room. */
  place: string;
  /** Fails only when another attempt would be of no use by itself. */
  send(message: Unsent): Promise<unknown>;
}

/**
 * Send messages one after the other, so that they keep their order, and keep them until the server has them. What a page
 * that was closed has left is sent again: under its own key that does no harm.
 */
export function createOutbox({ storage, place, send }: OutboxOptions): Outbox {
  const stored = (): Unsent[] => readList(storage.getItem(place)).flatMap(unsentOf);
  const all = signal<readonly Unsent[]>(stored());
  const mine = new Set(all.value.map(({ key }) => key));
  let sending = false;

  const write = (next: readonly Unsent[]): void => {
    all.value = next;
    for (const { key } of next) mine.add(key);
    // The outbox of the same room before this one may be sending still.
    const others = stored().filter(({ key }) => !mine.has(key));
    const unsent = [...others, ...next.filter(({ state }) => state !== 'sent')];
    const kept = unsent.map(({ key, text, to, state }) => ({ key, text, to, failed: state === 'failed' }));
    if (kept.length === 0) storage.removeItem(place);
    else storage.setItem(place, JSON.stringify(kept));
  };
  const change = (key: string, to: Pick<Unsent, 'state' | 'error'>): void =>
    write(all.peek().map((each) => (each.key === key ? { ...each, ...to } : each)));
  const remove = (gone: (message: Unsent) => boolean): void => {
    if (all.peek().some(gone)) write(all.peek().filter((each) => !gone(each)));
  };
  const sendAll = async (): Promise<void> => {
    if (sending) return;
    sending = true;
    for (;;) {
      const next = all.peek().find(({ state }) => state === 'sending');
      if (!next) break;
      try {
        await send(next);
        change(next.key, { state: 'sent' });
      } catch (error) {
        change(next.key, { state: 'failed', error });
      }
    }
    sending = false;
  };

  void sendAll();
  return {
    all,
    add(message) {
      write([...all.peek(), { ...message, state: 'sending' }]);
      void sendAll();
    },
    again(key) {
      change(key, { state: 'sending', error: undefined });
      void sendAll();
    },
    drop: (key) => remove((each) => each.key === key),
    arrived: (key) => remove((each) => each.key === key),
    readAnew: () => remove(({ state }) => state === 'sent'),
  };
}

function unsentOf(kept: unknown): Unsent[] {
  if (typeof kept !== 'object' || kept === null || !('key' in kept) || !('text' in kept)) return [];
  const { key, text } = kept;
  if (typeof key !== 'string' || typeof text !== 'string') return [];
  // Who was told that a message was refused decides when it goes out.
  const state = 'failed' in kept && kept.failed === true ? 'failed' : 'sending';
  return [{ key, text, to: 'to' in kept ? addresseeOf(kept.to) : undefined, state }];
}

function addresseeOf(kept: unknown): Addressee | undefined {
  if (typeof kept !== 'object' || kept === null || !('id' in kept) || !('name' in kept)) return undefined;
  const { id, name } = kept;
  return typeof id === 'string' && typeof name === 'string' ? { id, name } : undefined;
}
