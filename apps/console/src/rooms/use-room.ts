import { useEffect, useState } from 'preact/hooks';

import { userOf } from '../account/person.ts';
import type { App } from '../app.ts';
import { type OpenRoom, openRoom } from './open-room.ts';

/** A room while a component is shown, and the way to go in again. */
export interface UsedRoom {
  /** Undefined in the first moment. */
  room: OpenRoom | undefined;
  again(): void;
}

/** Be in a room while a component is shown. */
export function useRoom({ client, person }: Pick<App, 'client' | 'person'>, name: string): UsedRoom {
  const me = userOf(person)?.id;
  const [room, setRoom] = useState<OpenRoom>();
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const ends = new AbortController();
    setRoom(openRoom(client, name, { me, storage: sessionStorage, signal: ends.signal }));
    return () => ends.abort();
  }, [client, me, name, attempt]);
  return { room, again: () => setAttempt(attempt + 1) };
}
