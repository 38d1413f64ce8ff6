import { createClient, type WatchItem, type WebSocketMaker } from '@jobwire/client';
import { z } from 'zod';

/** What a client knows of one channel, by what its library told it. */
export interface ClientView {
  /** The `n` of every event that it was told, or that a snapshot contained, in order. */
  readonly held: readonly number[];
  /** Number of the newest event that it knows of. */
  readonly seq: number;
  /** The library's iterator has ended. */
  readonly ended: boolean;
  /** What went against the contract. */
  readonly complaints: readonly string[];
  /** Stop, and watch again from where it was. */
  again(): void;
  leave(): void;
}

const snapshotOf = z.looseObject({ held: z.array(z.number()) });

/** Watch a channel with the client of `packages/client`, and write down what it tells. */
export function watchAsClient(options: { sockets: WebSocketMaker; id: string; since?: string }): ClientView {
  const { sockets, id } = options;
  const client = createClient({ baseUrl: 'http://memory.test', WebSocket: sockets });
  const complaints: string[] = [];
  let held: number[] = [];
  let position = options.since;
  let seq = 0;
  let ended = false;
  let leave = new AbortController();

  const take = (item: WatchItem<unknown>): void => {
    position = item.position;
    if (item.kind === 'snapshot') {
      ({ held } = snapshotOf.parse(item.snapshot));
      held = [...held];
      seq = Number(item.position.split(':')[1]);
      if (held.length !== seq) complaints.push(`a snapshot of ${held.length} events says it is at ${seq}`);
      return;
    }
    if (item.seq - item.skipped - 1 !== seq)
      complaints.push(`${item.seq} with ${item.skipped} skipped follows ${seq} in ${id}`);
    seq = item.seq;
    held.push(Number(item.data['n']));
  };
  const watch = async (signal: AbortSignal): Promise<void> => {
    try {
      for await (const item of client.watch(id, { signal, ...(position === undefined ? {} : { since: position }) }))
        if (!signal.aborted) take(item);
      ended = true;
    } catch (error) {
      if (!signal.aborted) complaints.push(`the iterator threw ${String(error)}`);
    }
  };
  void watch(leave.signal);

  return {
    get held() {
      return held;
    },
    get seq() {
      return seq;
    },
    get ended() {
      return ended;
    },
    complaints,
    again() {
      if (ended) return;
      leave.abort();
      leave = new AbortController();
      void watch(leave.signal);
    },
    leave: () => leave.abort(),
  };
}
