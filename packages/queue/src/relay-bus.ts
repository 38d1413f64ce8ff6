import { asError, type Emit } from '@jobwire/runtime';
import type { Relay, RelayOptions, RelaySubscription } from 'bullmq';
import { z } from 'zod';

import type { Bus, BusSubscription, Doorbell } from './bus.ts';
import { within } from './within.ts';

/**
 * A node that is silent for this long is forgotten with its subscriptions; short, because after a flush of Redis nothing
 * rings until the node has registered again. In milliseconds.
 */
const lease = { leaseDuration: 6_000, heartbeatInterval: 2_000 };

/** How Relay is set up on both engines. */
export function relaySettings(nodeName: string): Omit<RelayOptions, 'connection' | 'backend'> {
  return { ...lease, name: nodeName, namespace: 'jobwire' };
}

const doorbell = z.object({
  channel: z.string(),
  seq: z.number().int(),
  events: z
    .array(
      z.object({
        seq: z.number().int(),
        type: z.string(),
        at: z.string(),
        data: z.record(z.string(), z.unknown()),
        except: z.string().optional(),
      }),
    )
    .optional(),
});

/**
 * How long Relay may take to say goodbye to its server, in milliseconds. A Redis client that is told to disconnect while
 * it waits to connect again never answers its pending commands (ioredis 6), and Relay waits for those.
 */
const closeMs = 500;

/** One engine subscription, however many listen in this process. */
interface Watched {
  listeners: Set<(doorbell: Doorbell) => void>;
  subscription: Promise<RelaySubscription>;
  confirmed: Promise<void>;
}

/** Doorbells under way at most. More means that the engine does not keep up; the position check heals what is dropped. */
const mostInFlight = 2_000;

/**
 * Carry doorbells over BullMQ's Relay.
 *
 * @param reachable false while the engine's server is away: doorbells are dropped then instead of piling up
 */
export function createRelayBus<Connection>(relay: Relay<Connection>, reachable: () => boolean, emit: Emit): Bus {
  const watched = new Map<string, Watched>();
  let inFlight = 0;
  const gapListeners = new Set<() => void>();
  let closed = false;
  const onGap = (reason: string) => (): void => {
    emit('bus.gap', { reason, channels: watched.size });
    for (const listener of gapListeners) listener();
  };
  relay.on('recovered', onGap('recovered'));
  relay.on('lag', onGap('lag'));
  relay.on('error', (error: unknown) => {
    if (!closed) emit('bus.error', { error: asError(error) });
  });

  const open = (channel: string): Watched => {
    const listeners = new Set<(doorbell: Doorbell) => void>();
    const subscription = relay.subscribe(topicOf(channel), ({ data }) => {
      const parsed = doorbell.safeParse(data);
      if (!parsed.success) return emit('bus.error', { channel, error: parsed.error });
      for (const listener of listeners) listener(parsed.data as Doorbell);
    });
    const confirmed = subscription.then(() => undefined);
    // Whoever wants to know waits for `confirmed`; nobody has to.
    const entry = { listeners, subscription, confirmed };
    confirmed.catch((error: unknown) => {
      // The next one who watches tries again; until then the position check finds what is new.
      if (watched.get(channel) === entry) watched.delete(channel);
      if (!closed) emit('bus.error', { channel, error: asError(error) });
    });
    watched.set(channel, entry);
    return entry;
  };

  const drop = (channel: string, entry: Watched): void => {
    if (watched.get(channel) === entry) watched.delete(channel);
    // A subscription that cannot be ended now ends with the node's lease.
    entry.subscription
      .then((subscription) => subscription.unsubscribe())
      .catch((error: unknown) => {
        if (!closed) emit('bus.error', { channel, error: asError(error) });
      });
  };

  return {
    ring(doorbells) {
      for (const bell of doorbells) {
        if (closed || !reachable() || inFlight >= mostInFlight) return;
        inFlight += 1;
        relay
          .publish(topicOf(bell.channel), bell)
          .catch((error: unknown) => {
            if (!closed) emit('bus.error', { channel: bell.channel, error: asError(error) });
          })
          .finally(() => (inFlight -= 1));
      }
    },
    watch(channel, onRing): BusSubscription {
      const entry = watched.get(channel) ?? open(channel);
      entry.listeners.add(onRing);
      return {
        confirmed: entry.confirmed,
        unsubscribe() {
          entry.listeners.delete(onRing);
          if (entry.listeners.size === 0) drop(channel, entry);
        },
      };
    },
    onGap(listener) {
      gapListeners.add(listener);
      return () => void gapListeners.delete(listener);
    },
    async close() {
      closed = true;
      if (!(await within(closeMs, relay.close()))) emit('bus.left', { channels: watched.size });
    },
  };
}

/** Relay's topics are dot-separated words; a channel becomes one word whatever it contains. */
function topicOf(channel: string): string {
  return Buffer.from(channel).toString('base64url');
}
