import { type Credentials, endedCredentials, type Tx } from '@jobwire/db';
import { asError, type Clock, type Emit } from '@jobwire/runtime';

import type { Caller } from './caller.ts';

/** Ends what was opened with a session or a key once that is good no more: sockets and event streams. */
export interface CredentialWatch {
  /**
   * Watch the session or key of whoever opened something. Strangers have none.
   *
   * @param ended called once, when it was revoked, expired, or its user is gone
   * @returns stops watching
   */
  watch(caller: Caller, ended: () => void): () => void;
  /** End at once what this process has open by these sessions and keys; other processes see it at their next look. */
  end(ids: readonly string[]): void;
  /** Ask the record about everything that is watched. */
  check(): Promise<void>;
  start(): void;
  stop(): Promise<void>;
}

/** What the watch works with. */
export interface CredentialWatchOptions {
  db: Tx;
  clock: Clock;
  emit: Emit;
  /** Time between two looks, in milliseconds. Twice this is the longest that an ended session stays connected. */
  everyMs?: number;
}

/** Make the watch of a process: one query for everything that is open. */
export function createCredentialWatch({ db, clock, emit, everyMs = 2_000 }: CredentialWatchOptions): CredentialWatch {
  const sessions = new Map<string, Set<() => void>>();
  const keys = new Map<string, Set<() => void>>();
  let timer: NodeJS.Timeout | undefined;
  let underWay: Promise<void> | undefined;

  const end = (ids: readonly string[]): void => {
    for (const id of ids) {
      const endings = [...(sessions.get(id) ?? []), ...(keys.get(id) ?? [])];
      sessions.delete(id);
      keys.delete(id);
      for (const ended of endings) ended();
    }
  };
  const check = async (): Promise<void> => {
    const held: Credentials = { sessionIds: [...sessions.keys()], keyIds: [...keys.keys()] };
    if (held.sessionIds.length + held.keyIds.length === 0) return;
    end(await endedCredentials(db, held, new Date(clock.now())));
  };
  const look = async (): Promise<void> => {
    try {
      await check();
    } catch (error) {
      // Nobody is cut off because the record is out of reach: the next look decides.
      emit('credentials.unchecked', { error: asError(error) });
    } finally {
      underWay = undefined;
    }
  };

  return {
    watch(caller, ended) {
      if (caller.kind === 'anonymous') return () => undefined;
      return caller.kind === 'key' ? hold(keys, caller.keyId, ended) : hold(sessions, caller.sessionId, ended);
    },
    end,
    check,
    start() {
      timer = setInterval(() => void (underWay ??= look()), everyMs).unref();
    },
    async stop() {
      clearInterval(timer);
      await underWay;
    },
  };
}

function hold(holders: Map<string, Set<() => void>>, id: string, ended: () => void): () => void {
  const endings = holders.get(id) ?? new Set();
  holders.set(id, endings.add(ended));
  return () => {
    endings.delete(ended);
    if (endings.size === 0 && holders.get(id) === endings) holders.delete(id);
  };
}
