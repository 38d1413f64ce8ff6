import {
  type ChannelName,
  createOutlet,
  createStallWatch,
  formatCursor,
  type Opening,
  type Position,
} from '@jobwire/realtime';
import { appError } from '@jobwire/runtime';
import type { Response } from 'express';

import type { ChannelKind, Visitor } from '../channels/channel-kind.ts';
import { type Ending, openChannel, type OpenChannelOptions, type Reader } from '../channels/open-channel.ts';
import { endText, eventText, heartbeatText, pushText, snapshotText, streamHeaders, streamStart } from './sse-text.ts';

/** A channel that is asked for, and from where on. */
export interface StreamPlace {
  name: ChannelName;
  since: Position | undefined;
  /** Undefined where there is nothing for this reader. */
  kind: ChannelKind | undefined;
  /** When the permission to watch it ends by itself, in milliseconds of the epoch. */
  until?: number | undefined;
}

/** What a stream works with. */
export interface ChannelStreamOptions extends OpenChannelOptions {
  epoch: string;
  /** In the order in which an id names their places. */
  channels: readonly StreamPlace[];
  /** Whether messages name their channel. */
  named: boolean;
  visitor: Visitor;
  response: Response;
  /** The reader leaves too much unread; the response is cut. */
  overflowed: () => void;
}

/** Channels that are brought over one response. */
export interface ChannelStream {
  /**
   * Settles when the stream has begun, or was answered without one.
   *
   * @throws AppError UNKNOWN_CHANNEL when none of the channels is there
   */
  readonly begun: Promise<void>;
  /** Let go of the channels. */
  close(): void;
}

/** Stream channels, each from its place. One id holds the places of all. */
export function startChannelStream(options: ChannelStreamOptions): ChannelStream {
  const { epoch, channels, named, visitor, response, overflowed } = options;
  const places = new Map(channels.map(({ name, since }) => [name.name, since?.epoch === epoch ? since.seq : null]));
  /** What is to be said before it is clear how the answer begins. */
  let early: string[] | undefined = [];
  const confirmations: (() => void)[] = [];
  let going = channels.length;

  const idAt = (channel: string, seq: number): string => {
    places.set(channel, seq);
    return formatCursor({ epoch, seqs: [...places.values()] });
  };
  const say = (text: string): void => {
    if (early) return void early.push(text);
    response.write(text);
    stall.wrote();
  };
  /** A reader of a stream never answers: what the network has taken counts as arrived. */
  const confirm = (arrived: () => void): void => {
    if (early) return void confirmations.push(arrived);
    response.write(heartbeatText, (error) => {
      if (!error) arrived();
    });
  };
  const cut = (): void => {
    overflowed();
    close();
    // A cut stream makes the reader come back with its position.
    response.destroy();
  };
  const buffered = (): number => response.writableLength;
  const stall = createStallWatch({ buffered, stalled: cut });
  const outlet = createOutlet({
    buffered,
    write: (delivery, skipped) => {
      const { channel, event } = delivery;
      say(eventText(delivery, skipped, idAt(channel, event.seq), named ? channel : undefined));
    },
    overflow: cut,
  });
  const endWhenDone = (): void => {
    if (going === 0 && !early) response.end();
  };
  const ended = (channel: string, ending: Ending): void => {
    going -= 1;
    outlet.forget(channel);
    if (named && (ending === 'gone' || ending === 'forbidden')) say(endText(channel));
    // Another process has what is missing here.
    if (ending === 'stopped') going = 0;
    endWhenDone();
  };
  const readerOf = (channel: string): Reader => {
    const show = (opening: Opening): void => {
      const id = idAt(channel, opening.seq);
      if (!opening.recovered) say(snapshotText(opening, id, named ? channel : undefined));
    };
    return {
      visitor,
      opened: show,
      event: (delivery) => outlet.deliver(delivery),
      omitted: () => outlet.omit(channel),
      snapshot(opening) {
        outlet.forget(channel);
        show(opening);
      },
      push: (frame) => say(pushText(frame)),
      confirm,
      ended: (ending) => ended(channel, ending),
    };
  };
  const attachments = channels.map(
    ({ name, since, kind, until }) => kind && openChannel(options, { name, since, kind, until }, readerOf(name.name)),
  );
  function close(): void {
    stall.stop();
    for (const attachment of attachments) attachment?.close();
  }
  response.on('drain', () => {
    stall.drained();
    outlet.drained();
  });

  const begin = async (): Promise<void> => {
    const joined = await Promise.all(
      attachments.map(async (attachment) => (attachment ? attachment.joined : 'unknown')),
    );
    // Who left meanwhile has let go of everything.
    if (joined.includes('closed') || response.destroyed || response.headersSent) return;
    const unknown = channels.filter((_, index) => joined[index] === 'unknown');
    if (unknown.length === channels.length) throw appError(named ? 'UNKNOWN_CHANNEL' : 'NOT_FOUND');
    going -= unknown.length;
    const said = early ?? [];
    early = undefined;
    // Everything has ended, and the reader knows it: a browser comes back no more.
    if (going === 0 && said.length === 0) return void response.status(204).end();
    response.writeHead(200, streamHeaders);
    for (const text of [streamStart, ...said, ...unknown.map(({ name }) => endText(name.name))]) response.write(text);
    for (const arrived of confirmations) confirm(arrived);
    endWhenDone();
  };
  return { begun: begin(), close };
}
