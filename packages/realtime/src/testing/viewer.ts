import type { ChannelName } from '@jobwire/protocol';

import type { Hub } from '../hub.ts';

/** A client that keeps every event number it was told, and complains about a hole at once. */
export interface Viewer {
  /** The numbers it knows, as a client would have them. */
  readonly seqs: readonly number[];
  /** What went against the contract. */
  readonly complaints: readonly string[];
  readonly ended: string | undefined;
  /** How often it began with, or was given, a snapshot. */
  readonly snapshots: number;
  /** Subscribe (again), from what it knows unless told to begin anew. */
  attach(anew?: boolean): Promise<void>;
  leave(): void;
}

/** Make a viewer of one channel. */
export function createViewer(hub: Hub, channel: ChannelName): Viewer {
  let seqs: number[] = [];
  const complaints: string[] = [];
  let ended: string | undefined;
  let snapshots = 0;
  let current = 0;
  let leave = (): void => undefined;

  const replace = (snapshot: unknown, seq: number): void => {
    snapshots += 1;
    seqs = Array.isArray(snapshot) ? snapshot.map(Number) : [];
    if (seqs.length !== seq) complaints.push(`a snapshot of ${seqs.length} events says it is at ${seq}`);
  };

  return {
    get seqs() {
      return seqs;
    },
    complaints,
    get ended() {
      return ended;
    },
    get snapshots() {
      return snapshots;
    },
    async attach(anew = false) {
      leave();
      ended = undefined;
      current += 1;
      const mine = current;
      const told = (what: string, tell: () => void): void => {
        if (mine === current) tell();
        else complaints.push(`${what} after the end`);
      };
      const since = anew ? undefined : { epoch: hub.epoch, seq: seqs.length };
      const attachment = hub.attach(channel, since, {
        opened: (opening) =>
          told('opened', () => {
            if (!opening.recovered) replace(opening.snapshot, opening.seq);
            else if (opening.seq !== seqs.length) complaints.push(`recovered at ${opening.seq}, not ${seqs.length}`);
          }),
        event: ({ event }) =>
          told('event', () => {
            if (event.seq !== seqs.length + 1) complaints.push(`event ${event.seq} after ${seqs.length}`);
            seqs.push(event.seq);
          }),
        snapshot: (opening) => told('snapshot', () => replace(opening.snapshot, opening.seq)),
        ended: (reason) => told('ended', () => void (ended = reason)),
      });
      leave = () => {
        attachment.close();
        current += 1;
        leave = () => undefined;
      };
      await attachment.joined;
    },
    leave: () => leave(),
  };
}
