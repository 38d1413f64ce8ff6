import type { Emit } from '@jobwire/runtime';

import type { ChannelKind } from '../channels/channel-kind.ts';
import { createInbox, type Inbox, type InboxOptions } from './inbox.ts';
import { createTakenNotices } from './taken-notices.ts';
import { createUserChannel } from './user-channel.ts';

/** The notifications of a process: what doors and routes need of them. */
export interface Notices {
  inbox: Inbox;
  kind: ChannelKind;
  /** Write down what clients have taken. */
  stop(): Promise<void>;
}

/** Make the notifications of a process. */
export function createNotices({ emit, ...options }: InboxOptions & { emit: Emit }): Notices {
  const { db } = options;
  const inbox = createInbox(options);
  const taken = createTakenNotices({ db, emit });
  return { inbox, kind: createUserChannel({ db, taken, inbox }), stop: () => taken.stop() };
}
