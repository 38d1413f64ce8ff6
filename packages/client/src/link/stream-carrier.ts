import type { Caller } from '../http/rest.ts';
import type { WatchedChannel } from '../watch/watched-channel.ts';
import type { Carrier } from './carrier.ts';
import { type ChannelMap, suspendAll } from './channel-map.ts';
import { type ConnectionState, stateOfAll } from './connection-state.ts';
import type { FrameTap } from './frame-tap.ts';
import { startStream } from './stream.ts';

/** What streams are opened with. */
export interface StreamCarrierOptions {
  caller: Caller;
  channels: ChannelMap;
  tap: FrameTap | undefined;
  changed(state: ConnectionState): void;
  /** So many requests in a row were not answered. Answers whether to go on trying. */
  unreachable(times: number): boolean;
}

/** Channels that come or go within this time share one new request, in milliseconds. */
const gatherMs = 20;

/**
 * Carries channels by server-sent events: one stream for all that the caller may watch, and one for each ticket, because a
 * request has one credential.
 */
export function createStreamCarrier(options: StreamCarrierOptions): Carrier {
  const { channels, caller, tap, changed } = options;
  const streams = new Map<string, { stop: () => void; members: string }>();
  const states = new Map<string, ConnectionState>();
  let running = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const begin = (group: string, members: readonly WatchedChannel[]): void => {
    for (const watched of members) watched.suspended();
    const stop = startStream({
      caller,
      channels: members,
      tap,
      changed(state) {
        states.set(group, state);
        if (running) changed(stateOfAll([...states.values()]));
      },
      unreachable: (times) => options.unreachable(times),
    });
    streams.set(group, { stop, members: namesOf(members) });
  };

  const end = (group: string): void => {
    streams.get(group)?.stop();
    streams.delete(group);
    states.delete(group);
  };

  const arrange = (): void => {
    timer = undefined;
    const groups = byTicket(channels);
    for (const group of [...streams.keys()]) {
      if (streams.get(group)?.members !== namesOf(groups.get(group) ?? [])) end(group);
    }
    for (const [group, members] of groups) if (!streams.has(group)) begin(group, members);
  };
  const rearrange = (): void => {
    if (running) timer ??= setTimeout(arrange, gatherMs);
  };

  return {
    start() {
      running = true;
      arrange();
    },
    stop() {
      running = false;
      clearTimeout(timer);
      timer = undefined;
      for (const group of [...streams.keys()]) end(group);
      suspendAll(channels);
    },
    added: rearrange,
    removed: rearrange,
  };
}

function byTicket(channels: ChannelMap): Map<string, WatchedChannel[]> {
  const groups = new Map<string, WatchedChannel[]>();
  for (const watched of channels.values()) {
    const group = watched.ticket ?? '';
    groups.set(group, [...(groups.get(group) ?? []), watched]);
  }
  return groups;
}

function namesOf(members: readonly WatchedChannel[]): string {
  return members.map(({ channel }) => channel).join('\n');
}
