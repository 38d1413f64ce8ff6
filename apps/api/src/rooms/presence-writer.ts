import { type Database, type PresenceEntry, writePresence } from '@jobwire/db';
import { asError, type Emit } from '@jobwire/runtime';

import type { LocalPresence } from './local-presence.ts';

/** Brings into the record who is in rooms through this process. */
export interface PresenceWriter {
  /** There is something to write. */
  wake(): void;
  /** The record knows this process now. Nothing is written before. */
  open(): void;
  /** Write nothing more; waits for what is under way. */
  stop(): Promise<void>;
}

/** What the writer works with. */
export interface PresenceWriterOptions {
  db: Database;
  gatewayId: string;
  local: Pick<LocalPresence, 'take' | 'giveBack'>;
  /** Somebody came into these rooms or left them, and the record knows it. */
  written: (rooms: ReadonlySet<string>) => void;
  emit: Emit;
  /** Time in which changes come together in one statement, in milliseconds. */
  gatherMs: number;
}

/** After a failure the next try comes so much later, in milliseconds. */
const retryMs = 1_000;

/** Members of rooms that go into one statement at most. */
const mostTogether = 1_000;

/** Make the writer of a process. One statement at a time, however many come and go. */
export function createPresenceWriter(options: PresenceWriterOptions): PresenceWriter {
  const { db, gatewayId, local, written, emit, gatherMs } = options;
  const present = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let underWay: Promise<void> | undefined;
  let state: 'closed' | 'open' | 'stopped' = 'closed';

  /** True when the entry means that somebody came or left, and not only how many connections they have. */
  const isNews = ({ room, person, connections }: PresenceEntry): boolean => {
    const key = `${room}\n${person.id}`;
    if (connections === 0) return present.delete(key);
    return !present.has(key) && Boolean(present.add(key));
  };
  const write = async (): Promise<number> => {
    let entries = local.take();
    try {
      while (entries.length > 0) {
        const together = entries.slice(0, mostTogether);
        await writePresence(db, gatewayId, together);
        entries = entries.slice(mostTogether);
        written(new Set(together.filter(isNews).map(({ room }) => room)));
      }
      return gatherMs;
    } catch (error) {
      emit('presence.failed', { error: asError(error) });
      local.giveBack(entries);
      return retryMs;
    }
  };
  const schedule = (afterMs: number): void => {
    if (state === 'open' && !timer && !underWay) timer = setTimeout(run, afterMs).unref();
  };
  let again = false;
  function run(): void {
    timer = undefined;
    again = false;
    underWay = write().then((afterMs) => {
      underWay = undefined;
      if (again) schedule(afterMs);
    });
  }

  return {
    wake() {
      again = true;
      schedule(gatherMs);
    },
    open() {
      if (state === 'closed') state = 'open';
      schedule(0);
    },
    async stop() {
      state = 'stopped';
      clearTimeout(timer);
      await underWay;
    },
  };
}
