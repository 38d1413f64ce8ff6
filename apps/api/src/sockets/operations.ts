import type { ClientFrame, Hub, Present } from '@jobwire/realtime';
import { appError } from '@jobwire/runtime';

import type { ChannelKinds } from '../channels/channel-kind.ts';
import { readHistory } from '../channels/history.ts';
import type { Greeting } from './greeting.ts';
import { createPublishing } from './publishing.ts';
import type { Subscriptions, Watched } from './subscriptions.ts';

/** What the operations of one socket work with. */
export interface OperationsOptions {
  hub: Pick<Hub, 'epoch'>;
  kinds: ChannelKinds;
  greeting: Greeting;
  subscriptions: Subscriptions;
}

/**
 * Make the operations of one socket.
 *
 * @returns performs one; what it gives is the `ok` of the reply, undefined when the reply was sent. Throws AppError
 */
export function createOperations({
  hub,
  kinds,
  greeting,
  subscriptions,
}: OperationsOptions): (frame: ClientFrame) => Promise<Record<string, unknown> | undefined> {
  const publish = createPublishing(kinds);
  return async (frame) => {
    if (frame.op === 'hello') return greeting.hello(frame);
    const visitor = await greeting.visitor();
    switch (frame.op) {
      case 'ping':
        return {};
      case 'refresh':
        return greeting.refresh(frame);
      case 'sub':
        await subscriptions.subscribe(frame, visitor);
        return undefined;
      case 'unsub':
        await subscriptions.unsubscribe(frame.ch);
        return {};
      case 'pub':
        return publish(frame, visitor);
      case 'read': {
        const { user } = kinds;
        if (!user?.markRead) throw appError('UNKNOWN_OP');
        return user.markRead(frame, visitor);
      }
      case 'presence':
        return presentIn(await subscriptions.watched(frame.ch, visitor));
      case 'history': {
        const { kind, name } = await subscriptions.watched(frame.ch, visitor);
        return readHistory(kind, name.id, hub.epoch, frame);
      }
    }
  };
}

async function presentIn({ kind, name }: Watched): Promise<Present> {
  if (!kind.present) throw appError('BAD_REQUEST', { detail: 'Who watches this channel is not known' });
  return kind.present(name.id);
}
