import type { ChannelName } from '@jobwire/protocol';
import type { Position } from '@jobwire/protocol';
import { appError, type Emit } from '@jobwire/runtime';

import type { Delivery, EndReason, Opening, Sink } from './delivery.ts';
import { createRecent } from './recent.ts';
import { canContinue, follows, isComplete, replayEvents } from './replay.ts';
import type { ChannelEvent, ChannelSource, ChannelState, Doorbell } from './source.ts';

/** How joining ended: with a subscription, without such a channel, or by the subscriber's own close. */
export type Joined = 'open' | 'unknown' | 'closed';

/** A channel that somebody watches. */
export interface LiveChannel {
  readonly name: ChannelName;
  /** How many subscriptions it has, those that are beginning included. */
  readonly watchers: number;
  /** Begin a subscription; `joined` rejects when the record cannot be read. */
  join(since: Position | undefined, sink: Sink): { joined: Promise<Joined>; leave(): void };
  ring(doorbell: Doorbell): void;
  /** Compare with the newest number of the record; undefined when the channel is no longer there. */
  compare(newest: number | undefined): void;
  /** End every subscription. */
  end(reason: EndReason): void;
}

/** What a live channel works with. */
export interface LiveChannelOptions {
  name: ChannelName;
  source: ChannelSource;
  epoch: string;
  emit: Emit;
  /** Called when the last subscriber has left. */
  onEmpty: () => void;
}

interface Member {
  sink: Sink;
  /** Number of the last event that the sink has; meaningless until it is live. */
  last: number;
  live: boolean;
}

/** What is kept of each channel for those who join: a whole replay, as long as it is small. */
const recentLimits = { events: replayEvents, characters: 64 * 1024 };

/**
 * Watch one channel for any number of subscribers.
 *
 * The channel has one place in the log (`head`) up to which all live members have everything. A doorbell whose events
 * follow `head` moves it at once; any other raises `target`, and one read of the log closes the distance for everybody.
 */
export function createLiveChannel({ name, source, epoch, emit, onEmpty }: LiveChannelOptions): LiveChannel {
  const members = new Set<Member>();
  const recent = createRecent(recentLimits);
  let head: number | undefined;
  let target = 0;
  let reading = false;

  const leave = (member: Member): void => {
    if (members.delete(member) && members.size === 0) onEmpty();
  };
  const end = (leaving: Iterable<Member>, reason: EndReason): void => {
    for (const member of [...leaving]) {
      if (!members.has(member)) continue;
      leave(member);
      member.sink.ended(reason);
    }
  };
  const live = (): Member[] => [...members].filter((member) => member.live);

  const deliveryOf = (event: ChannelEvent): Delivery => ({
    channel: name.name,
    epoch,
    event,
    // An ending that the log continues after (a retry by hand) is not the end.
    final: source.isFinal(event) && event.seq >= target,
    replaceable: source.isReplaceable(event),
  });

  const hand = (member: Member, delivery: Delivery): void => {
    if (delivery.event.seq <= member.last || !members.has(member)) return;
    member.last = delivery.event.seq;
    member.sink.event(delivery);
  };

  const accept = (events: readonly ChannelEvent[]): void => {
    target = Math.max(target, events.at(-1)?.seq ?? 0);
    for (const event of events) {
      if (head === undefined || event.seq !== head + 1) continue;
      head = event.seq;
      const delivery = deliveryOf(event);
      recent.push(delivery);
      const hearing = live();
      for (const member of hearing) hand(member, delivery);
      if (hearing.length > 0) emit('event.sent', sentFacts(name.name, event));
      if (delivery.final) end(live(), 'final');
    }
  };

  /** The log lost what live members need next: everybody starts again from the state. */
  const restart = (state: ChannelState): void => {
    emit('channel.restarted', { channel: name.name, head, seq: state.seq });
    recent.clear();
    head = state.seq;
    for (const member of live()) {
      if (member.last >= state.seq) continue;
      member.last = state.seq;
      member.sink.snapshot(openingOf(epoch, state));
    }
    if (state.final) end(live(), 'final');
  };

  /** Read what follows; false when the log does not have it. */
  const readOn = async (after: number): Promise<boolean> => {
    const events = await source.read(name.id, after, replayEvents);
    if (events.length === 0 || !follows(events, after)) return false;
    accept(events);
    return true;
  };

  const readOnce = async (after: number): Promise<void> => {
    if (await readOn(after)) return;
    const wanted = target;
    const state = await source.state(name.id);
    if (!state) return end(live(), 'gone');
    if (state.seq <= after) {
      // The doorbell promised more than was ever committed.
      if (target === wanted) target = Math.max(after, head ?? after);
      return;
    }
    target = Math.max(target, state.seq);
    // What the state counts must be in the log by now; if it is not, it is lost and not just late.
    if ((await readOn(after)) || head !== after) return;
    restart(state);
  };

  const catchUp = async (): Promise<void> => {
    if (reading) return;
    reading = true;
    try {
      while (head !== undefined && head < target && members.size > 0) await readOnce(head);
    } catch (error) {
      // The next doorbell or position check tries again.
      emit('channel.read.failed', { channel: name.name, error });
    } finally {
      reading = false;
    }
  };

  const raise = (seq: number): void => {
    target = Math.max(target, seq);
    if (head !== undefined && head < target) void catchUp();
  };

  /** Deliveries that are still kept. What ended the channel when it came may have been continued since. */
  const keptBetween = (after: number, upTo: number): readonly Delivery[] | undefined =>
    recent
      .between(after, upTo)
      ?.map((each) => (each.final && each.event.seq < target ? { ...each, final: false } : each));

  const replay = async (since: Position, state: ChannelState): Promise<readonly Delivery[] | undefined> => {
    if (!canContinue(since, epoch, state.seq)) return undefined;
    const kept = keptBetween(since.seq, state.seq);
    if (kept) return kept;
    const events = await source.read(name.id, since.seq, state.seq - since.seq);
    return isComplete(events, since.seq, state.seq) ? events.map(deliveryOf) : undefined;
  };

  /** What happened between the state and the channel's head while somebody was joining. */
  const missed = async (after: number): Promise<readonly Delivery[]> => {
    const kept = keptBetween(after, head ?? after);
    if (kept) return kept;
    const events = await source.read(name.id, after, replayEvents);
    target = Math.max(target, events.at(-1)?.seq ?? 0);
    if (events.length > 0 && follows(events, after)) return events.map(deliveryOf);
    throw appError('UNAVAILABLE', { detail: 'The channel changed too fast: subscribe again' });
  };

  const join = async (member: Member, since: Position | undefined): Promise<Joined> => {
    const state = await source.state(name.id);
    if (!members.has(member)) return 'closed';
    if (!state) return 'unknown';
    head ??= state.seq;
    raise(state.seq);
    const replayed = since && (await replay(since, state));
    const deliveries = [...(replayed ?? [])];
    let known = state.seq;
    while (!state.final && known < head) {
      deliveries.push(...(await missed(known)));
      known = deliveries.at(-1)?.event.seq ?? known;
    }
    if (!members.has(member)) return 'closed';
    const opening = replayed && since ? resumedAt(since.seq, state) : {};
    member.last = opening.seq ?? state.seq;
    member.sink.opened({ ...openingOf(epoch, state), ...opening });
    for (const delivery of deliveries) hand(member, delivery);
    member.live = true;
    if (state.final || deliveries.at(-1)?.final) end([member], 'final');
    return 'open';
  };

  return {
    name,
    get watchers() {
      return members.size;
    },
    join(since, sink) {
      const member: Member = { sink, last: 0, live: false };
      members.add(member);
      const joined = join(member, since).finally(() => {
        if (!member.live) leave(member);
      });
      return { joined, leave: () => leave(member) };
    },
    ring({ seq, events = [] }) {
      target = Math.max(target, seq);
      accept(events);
      raise(target);
    },
    compare(newest) {
      if (newest !== undefined) raise(newest);
      else if (head !== undefined) end(live(), 'gone');
    },
    end: (reason) => end(members, reason),
  };
}

/** How long an event took from its commit to the doors, which have written it by now. Replays are not news. */
function sentFacts(channel: string, { seq, type, at }: ChannelEvent): Record<string, unknown> {
  return { channel, seq, type, at, lagMs: Date.now() - Date.parse(at) };
}

function openingOf(epoch: string, { seq, final, snapshot }: ChannelState): Opening {
  return { epoch, seq, recovered: false, final, newest: seq, snapshot };
}

function resumedAt(seq: number, state: ChannelState): Partial<Opening> {
  return { seq, recovered: true, newest: state.seq, snapshot: undefined };
}
