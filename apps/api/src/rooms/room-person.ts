import type { RoomPerson } from '@jobwire/db';

import type { Visitor } from '../channels/channel-kind.ts';
import { readDisplayName } from '../register/display-name.ts';

/**
 * Who somebody is in rooms, by what the server knows of them. Strangers are told apart by their connections and name
 * themselves; a name that would not do for a mail does not do here either.
 */
export function personOf({ caller, connId, name }: Visitor): RoomPerson {
  const nobody = { userId: null, keyId: null, name: null };
  switch (caller.kind) {
    case 'anonymous':
      return { ...nobody, id: `anonymous:${connId}`, kind: 'anonymous', name: readDisplayName(name ?? '') ?? null };
    case 'key':
      return { ...nobody, id: caller.keyId, kind: 'key', keyId: caller.keyId };
    case 'user':
      return { ...nobody, id: caller.userId, kind: 'user', userId: caller.userId };
    case 'admin':
      // Who came by the one-time link has no account.
      return { ...nobody, id: caller.userId ?? caller.sessionId, kind: 'admin', userId: caller.userId };
  }
}
