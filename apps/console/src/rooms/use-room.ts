import { useEffect, useState } from 'preact/hooks';

import { userOf } from '../account/person.ts';
import type { App } from '../app.ts';
import { type OpenRoom, openRoom } from './open-room.ts';

/** Be in a room while a component is shown; undefined in its first moment. */
export function useRoom({ client, person }: Pick<App, 'client' | 'person'>, name: string): OpenRoom | undefined {
  const me = userOf(person)?.id;
  const [room, setRoom] = useState<OpenRoom>();
  useEffect(() => {
    const ends = new AbortController();
    setRoom(openRoom(client, name, { me, storage: sessionStorage, signal: ends.signal }));
    return () => ends.abort();
  }, [client, me, name]);
  return room;
}
