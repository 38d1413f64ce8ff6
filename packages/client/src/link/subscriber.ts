import { type Push, subscribed, type WireProblem } from '@jobwire/protocol';

import { JobwireError } from '../problem.ts';
import type { WatchedChannel } from '../watch/watched-channel.ts';
import { backoffMs } from './backoff.ts';
import type { ChannelMap } from './channel-map.ts';
import { createPace } from './pace.ts';
import type { Answer, Operation, SocketSession } from './socket-session.ts';

/** Keeps the channels of one greeted socket subscribed. */
export interface Subscriber {
  subscribe(watched: WatchedChannel): void;
  unsubscribe(channel: string): void;
  /** Ask for something else, as fast as the server lets a socket ask. */
  ask(operation: Operation, answered: (answer: Answer) => void): void;
  /** Take what the server says of a channel. */
  pushed(push: Extract<Push, { ch: string }>): void;
  /** The socket is gone. */
  stop(): void;
}

/** Make the subscriber of a socket. */
export function createSubscriber(session: SocketSession, channels: ChannelMap): Subscriber {
  const pace = createPace();
  const waiting = new Set<(answer: Answer) => void>();
  let stopped = false;

  const isWatched = (watched: WatchedChannel): boolean => !stopped && channels.get(watched.channel) === watched;
  const again = (watched: WatchedChannel): void => {
    if (isWatched(watched)) subscribe(watched);
  };
  const refused = (watched: WatchedChannel, error: WireProblem): void => {
    if (!error.retryable) return watched.fail(new JobwireError(error));
    setTimeout(() => again(watched), error.retryAfterMs ?? backoffMs(1));
  };

  const subscribe = (watched: WatchedChannel): void => {
    watched.suspended();
    const { channel: ch, ticket } = watched;
    pace.run(() => {
      if (!isWatched(watched)) return;
      const since = watched.since();
      const named = { ...(ticket === undefined ? {} : { ticket }), ...(since === undefined ? {} : { since }) };
      session.ask({ op: 'sub', ch, ...named }, (answer) => {
        if (!isWatched(watched) || 'lost' in answer) return;
        if ('error' in answer) refused(watched, answer.error);
        else watched.opened(subscribed.parse(answer.ok));
      });
    });
  };

  const unsubscribe = (ch: string, then: () => void = () => undefined): void =>
    pace.run(() => session.ask({ op: 'unsub', ch }, then));

  /** What is missing comes again: the server replays from the last known position. */
  const fillGap = (watched: WatchedChannel): void => {
    watched.suspended();
    unsubscribe(watched.channel, () => again(watched));
  };

  return {
    subscribe,
    unsubscribe: (channel) => unsubscribe(channel),
    ask(operation, answered) {
      waiting.add(answered);
      pace.run(() => {
        waiting.delete(answered);
        session.ask(operation, answered);
      });
    },
    pushed(push) {
      const watched = channels.get(push.ch);
      if (!watched) return;
      switch (push.t) {
        case 'snapshot':
          return watched.opened(push);
        case 'event':
          return watched.event(push) === 'gap' ? fillGap(watched) : undefined;
        case 'presence':
          return watched.presence(push);
        case 'unsub':
          if (push.retryable) return void setTimeout(() => again(watched), backoffMs(1));
          watched.fail(new JobwireError({ code: push.code, title: 'The server ended the subscription' }));
      }
    },
    stop() {
      stopped = true;
      pace.clear();
      for (const answered of waiting) answered({ lost: true });
    },
  };
}
