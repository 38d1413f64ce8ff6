import { parseCursor, streamedEnd, streamedEvent, streamedPresence, streamedSnapshot } from '@jobwire/protocol';
import type { EventSourceMessage } from 'eventsource-parser';

import { JobwireError } from '../problem.ts';
import type { WatchedChannel } from '../watch/watched-channel.ts';

/** Takes what a stream of these channels says. */
export interface StreamedFrames {
  /** Take one message; `gap` when events are missing, so that the stream must begin again. */
  take(message: EventSourceMessage): 'taken' | 'gap';
}

/** Make the reader of one response, which continues after the positions that the channels have now. */
export function createStreamedFrames(channels: readonly WatchedChannel[]): StreamedFrames {
  const beginnings = new Map(channels.map((watched) => [watched, seqOf(watched.since())]));
  const find = (ch: string | undefined): WatchedChannel | undefined =>
    ch === undefined ? channels[0] : channels.find(({ channel }) => channel === ch);

  /** A stream that continues says so by its first event. */
  const open = (watched: WatchedChannel, epoch: string): void => {
    const seq = beginnings.get(watched);
    if (beginnings.delete(watched) && seq !== undefined) watched.opened({ epoch, seq, recovered: true });
  };

  const takeEvent = ({ id = '', data }: EventSourceMessage): 'taken' | 'gap' => {
    const event = streamedEvent.parse(JSON.parse(data));
    const watched = find(event.ch);
    const epoch = parseCursor(id, '')?.epoch;
    if (!watched || epoch === undefined) return 'taken';
    open(watched, epoch);
    return watched.event({ ...event, t: 'event', ch: watched.channel, epoch }) === 'gap' ? 'gap' : 'taken';
  };

  return {
    take(message) {
      const { event, data } = message;
      if (event === 'snapshot') {
        const { ch, ...state } = streamedSnapshot.parse(JSON.parse(data));
        const watched = find(ch);
        if (watched) beginnings.delete(watched);
        watched?.opened({ ...state, recovered: false });
      } else if (event === 'unsub') {
        const { ch, code, retryable } = streamedEnd.parse(JSON.parse(data));
        if (retryable) return 'gap';
        find(ch)?.fail(new JobwireError({ code, title: 'The server ended the subscription' }));
      } else if (event === 'presence') {
        const change = streamedPresence.parse(JSON.parse(data));
        find(change.ch)?.presence(change);
      } else if (event !== undefined) return takeEvent(message);
      return 'taken';
    },
  };
}

function seqOf(position: string | undefined): number | undefined {
  return position === undefined ? undefined : Number(position.slice(position.indexOf(':') + 1));
}
