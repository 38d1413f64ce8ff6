import { type Push, push } from '@jobwire/realtime';
import type { z } from 'zod';

import { jobId, memberExample, snapshotExample } from './examples.ts';

/** What the document says of one kind of push. */
export interface PushDoc {
  about: string;
  schema: z.core.$ZodType;
  example: Readonly<Record<string, unknown>>;
}

/** Every push but `event`, which has a message for each type. */
export const pushDocs: Readonly<Record<Exclude<Push['t'], 'event'>, Omit<PushDoc, 'schema'>>> = {
  snapshot: {
    about: 'The log could not be continued for this subscriber: the state replaces what the client knew.',
    example: { ch: `job:${jobId}`, ...snapshotExample },
  },
  presence: {
    about: 'Who came into a room and who left. Not numbered: what was missed is in the next snapshot.',
    example: { ch: 'room:lobby', online: 2, joined: [memberExample], left: [] },
  },
  unsub: {
    about:
      'The server ended one subscription: the channel is gone, or is not the caller’s any more. With `retryable: true` subscribe again.',
    example: { ch: 'room:lobby', code: 'UNKNOWN_CHANNEL', retryable: false },
  },
  goaway: {
    about: 'This process stops: it closes the socket with 4200, after which the client waits so long and comes back.',
    example: { reconnectInMs: 1_840 },
  },
  hb: {
    about: 'A sign of life. `expiresInMs` stands in it during the last minute of the caller’s token: send `refresh`.',
    example: { expiresInMs: 41_000 },
  },
};

/** The schema of a push. */
export function schemaOfPush(t: Push['t']): z.core.$ZodType {
  const found = push.def.options.find(({ shape }) => shape.t.def.values[0] === t);
  if (!found) throw new Error(`There is no push ${t}`);
  return found;
}
