import { historyLimit, maxFrameBytes, messageLength, stalledAfterMs, type Welcome } from '@jobwire/realtime';
import { type Config, longestHeartbeatMs } from '@jobwire/runtime';

import { messagesPerSecond } from '../channels/message-limits.ts';

/** What one socket, user, address and process may do. Times in milliseconds. */
export interface SocketLimits {
  /** Time for the first frame, which must be `hello`. */
  helloMs: number;
  subscriptions: number;
  perUser: number;
  perAddress: number;
  /** Sockets of this process. */
  total: number;
  opsPerSecond: number;
  opsBurst: number;
  heartbeatMs: number;
  /** The shortest time between two heartbeats, for those whose connections drop. */
  heartbeatMinMs: number;
  /** A peer that is silent this long after a heartbeat is gone. */
  graceMs: number;
  /** A slow reader that takes nothing for so long is given up. */
  stalledMs: number;
  /** Time over which a stopping process closes its sockets. */
  drainMs: number;
}

/** The variables that decide about sockets. */
export type SocketConfig = Pick<
  Config,
  | 'NODE_ENV'
  | 'PUBLIC_URL'
  | 'CORS_ORIGINS'
  | 'SOCKETS_PER_USER'
  | 'SOCKETS_PER_IP'
  | 'RATE_LIMITS'
  | 'HEARTBEAT_MIN_MS'
>;

/** The limits that a configuration asks for. */
export function socketLimits(config: SocketConfig): SocketLimits {
  const capped = (limit: number): number => (config.RATE_LIMITS ? limit : Number.MAX_SAFE_INTEGER);
  return {
    // In development the first frame may be typed by hand.
    helloMs: config.NODE_ENV === 'development' ? 60_000 : 5_000,
    subscriptions: 64,
    perUser: capped(config.SOCKETS_PER_USER),
    perAddress: capped(config.SOCKETS_PER_IP),
    total: capped(20_000),
    opsPerSecond: capped(20),
    opsBurst: capped(40),
    // Announced in the answer to `hello`; proxies close what is silent for a minute.
    heartbeatMs: longestHeartbeatMs,
    heartbeatMinMs: config.HEARTBEAT_MIN_MS,
    graceMs: 10_000,
    stalledMs: stalledAfterMs,
    drainMs: 3_000,
  };
}

/** What a client is told of its limits in the answer to `hello`. */
export function announcedLimits({ subscriptions, opsPerSecond, opsBurst }: SocketLimits): Welcome['limits'] {
  return {
    subscriptions,
    frameBytes: maxFrameBytes,
    opsPerSecond,
    opsBurst,
    messagesPerSecond,
    messageLength,
    history: historyLimit,
  };
}
