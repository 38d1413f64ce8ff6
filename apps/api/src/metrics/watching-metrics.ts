import type { Hub } from '@jobwire/realtime';
import { labelOf, type Metrics, onEvents, secondsOf, type Subscriber } from '@jobwire/runtime';

import type { SocketDoor } from '../sockets/door.ts';

/** Around the 5 ms and 25 ms that the system is built for, in seconds. */
const bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What the metrics of watching read. */
export interface WatchingMetricsOptions {
  door: Pick<SocketDoor, 'sockets'>;
  hub: Pick<Hub, 'channels'>;
  streams: { readonly open: number };
}

/** Declare what is measured of sockets, streams and the way of an event to them, and count by the process's events. */
export function watchingMetrics(metrics: Metrics, { door, hub, streams }: WatchingMetricsOptions): Subscriber {
  metrics.gauge({ name: 'jobwire_sockets_open', help: 'Sockets that are open' }, () => [{ value: door.sockets }]);
  metrics.gauge({ name: 'jobwire_streams_open', help: 'Server-sent event streams that are open' }, () => [
    { value: streams.open },
  ]);
  metrics.gauge({ name: 'jobwire_channels_watched', help: 'Channels that somebody watches' }, () => [
    { value: hub.channels },
  ]);
  const refused = metrics.counter({
    name: 'jobwire_sockets_refused_total',
    help: 'Handshakes that were refused, by error code',
    labels: ['code'],
  });
  const closed = metrics.counter({
    name: 'jobwire_sockets_closed_total',
    help: 'Sockets that closed, by close code',
    labels: ['code'],
  });
  const lag = metrics.histogram({
    name: 'jobwire_event_frame_lag_seconds',
    help: 'Time from when an event was committed to its first frame of this process',
    bounds,
  });
  return onEvents({
    'socket.refused': (facts) => refused({ code: labelOf(facts, 'code') }),
    'socket.closed': (facts) => closed({ code: closeCodeOf(facts['code']) }),
    'event.sent'(facts) {
      const seconds = secondsOf(facts, 'lagMs');
      if (seconds !== undefined) lag({}, seconds);
    },
  });
}

/** Clients may close with any of 5,000 codes: ours and those of the protocol are told apart. */
function closeCodeOf(code: unknown): string {
  if (typeof code !== 'number') return 'unknown';
  const known = (code >= 1000 && code <= 1015) || (code >= 4000 && code <= 4299);
  return known ? String(code) : 'other';
}
