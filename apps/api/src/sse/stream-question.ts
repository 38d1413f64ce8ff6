import { channelNameLength, type ChannelName, parseChannelName, parseCursor, type Position } from '@jobwire/realtime';
import { appError } from '@jobwire/runtime';
import type { Request } from 'express';
import { z } from 'zod';

import { parse } from '../http/parse.ts';

/** Channels that one stream brings at most: as many as a socket. */
export const streamChannels = 64;

const channelText = z.string().min(1).max(channelNameLength);
const oneOrMore = <Item extends z.ZodType>(item: Item) => z.union([item.transform((one) => [one]), z.array(item)]);

const after = z
  .string()
  .max(2_048)
  .optional()
  .meta({
    description: 'Continue after this position: the `id` of a message that you have',
    examples: ['k3x9:4,-,12'],
  });
const ticket = oneOrMore(z.string().max(4_096))
  .pipe(z.array(z.string()).max(streamChannels))
  .optional()
  .meta({ description: 'Tickets of jobs, as often as needed' });

/** The path of `GET /events/:channel`. */
export const channelParams = z.object({ channel: channelText.meta({ examples: ['broadcast'] }) });

/** The query of `GET /events/:channel`. */
export const channelQuery = z.strictObject({ after, ticket });

/** The query of `GET /events`. */
export const channelsQuery = channelQuery.extend({
  ch: oneOrMore(channelText)
    .pipe(z.array(z.string()).max(streamChannels))
    .refine((names) => new Set(names).size === names.length, 'Name every channel once')
    .meta({ description: 'A channel, as often as needed: 64 at most, each once', examples: ['broadcast'] }),
});

/** Which channels somebody wants to read, each with the place after which to continue. */
export interface StreamQuestion {
  channels: readonly { name: ChannelName; since: Position | undefined }[];
  tickets: readonly string[];
}

/**
 * Read what a request asks for. `Last-Event-ID`, which browsers send when they come back, goes before `?after=`.
 *
 * @throws AppError INVALID_INPUT, INVALID_POSITION
 */
export function readStreamQuestion(request: Request, epoch: string): StreamQuestion {
  const { channel } = request.params;
  const {
    ch,
    after: from,
    ticket: tickets = [],
  } = channel === undefined
    ? parse(channelsQuery, request.query)
    : { ...parse(channelQuery, request.query), ch: [parse(channelParams, request.params).channel] };
  const cursor = cursorOf(request.get('last-event-id') || undefined, from, epoch);
  if (cursor && cursor.seqs.length !== ch.length) {
    throw invalidPosition('A position of a stream has a number, or -, for each of its channels, in the same order');
  }
  const sinceOf = (index: number): Position | undefined => {
    const seq = cursor?.seqs[index];
    return cursor && typeof seq === 'number' ? { epoch: cursor.epoch, seq } : undefined;
  };
  return { channels: ch.map((name, index) => ({ name: parseChannelName(name), since: sinceOf(index) })), tickets };
}

function cursorOf(header: string | undefined, query: string | undefined, epoch: string) {
  const text = header ?? query;
  // An EventSource that has seen no event sends an empty id.
  if (text === undefined || text === '') return undefined;
  const cursor = parseCursor(text, epoch);
  if (!cursor) throw invalidPosition('A position is epoch:number,number,…');
  return cursor;
}

function invalidPosition(message: string): Error {
  return appError('INVALID_POSITION', {
    detail: message,
    errors: [{ pointer: '/after', code: 'INVALID_POSITION', message }],
  });
}
