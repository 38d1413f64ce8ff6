import type { Clock } from '@jobwire/runtime';

import type { BeatIntervals } from './beat-intervals.ts';
import { startHeartbeat } from './heartbeat.ts';

/** Whether the peer of one socket is there, and what is learned from how the socket ended. */
export interface Liveness {
  /** Something came from the peer. */
  heard(): void;
  /** Something was sent. */
  sent(): void;
  /** The peer is this user, or key. */
  greeted(user: string): void;
  /** The socket has closed: the peer vanished, did not answer our close frame, or one of both said goodbye. */
  closed(how: 'dropped' | 'given up' | 'ended'): void;
}

/** What liveness works with. */
export interface LivenessOptions {
  /** Whose address it is. */
  address: string;
  beats: BeatIntervals;
  graceMs: number;
  clock: Clock;
  beat: () => void;
  silent: () => void;
}

/** Keep one socket alive, with heartbeats as often as its user and address need them. */
export function startLiveness({ address, beats, graceMs, clock, beat, silent }: LivenessOptions): Liveness {
  const since = clock.now();
  const holders = [address];
  let active = since;
  const heartbeat = startHeartbeat({ everyMs: () => beats.of(holders), graceMs, beat, silent });
  const touch = (): void => {
    active = clock.now();
  };
  return {
    heard() {
      touch();
      heartbeat.heard();
    },
    sent: touch,
    greeted(user) {
      const before = beats.of(holders);
      holders.push(user);
      if (beats.of(holders) < before) heartbeat.restart();
    },
    closed(how) {
      heartbeat.stop();
      if (how === 'dropped') beats.dropped(holders, clock.now() - active);
      if (how === 'ended') beats.ended(holders, clock.now() - since);
    },
  };
}
