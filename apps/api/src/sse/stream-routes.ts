import type { Hub } from '@jobwire/realtime';
import { appError } from '@jobwire/runtime';
import { type Request, type RequestHandler, Router } from 'express';
import type { z } from 'zod';

import { bearerOf } from '../auth/bearer.ts';
import type { Caller, Gatekeeper } from '../auth/caller.ts';
import { type ChannelKinds, endOf, kindOf } from '../channels/channel-kind.ts';
import { onlyMethods } from '../http/only-methods.ts';
import type { StreamPlace } from './channel-stream.ts';
import type { EventStreams } from './event-streams.ts';
import type { channelStatesSchema } from './stream-docs.ts';
import { readStreamQuestion, type StreamQuestion } from './stream-question.ts';
import { wantsStream } from './wants-stream.ts';

/** What the routes work with. */
export interface StreamRoutesOptions {
  hub: Pick<Hub, 'epoch'>;
  kinds: ChannelKinds;
  gatekeeper: Gatekeeper;
  streams: EventStreams;
}

/**
 * `GET /events?ch=…&ch=…` and `GET /events/:channel`: channels as one stream of server-sent events, or as JSON how they
 * are now.
 */
export function streamRoutes(options: StreamRoutesOptions): Router {
  const { hub, gatekeeper, streams } = options;
  const answer: RequestHandler = async (request, response) => {
    const question = readStreamQuestion(request, hub.epoch);
    const caller = await gatekeeper.callerOf(request);
    const places = await placesOf(question, caller, request, options);
    response.vary('Accept');
    if (wantsStream(request)) return streams.serveAll(places, caller, request, response);
    response.set('Cache-Control', 'private, no-store').json(await statesOf(places, hub.epoch));
  };
  return Router()
    .get('/events', answer)
    .get('/events/:channel', answer)
    .all(['/events', '/events/:channel'], onlyMethods('GET, HEAD'));
}

/** What of the question is for the caller, or for whoever holds its tickets. */
async function placesOf(
  { channels, tickets }: StreamQuestion,
  caller: Caller,
  request: Request,
  { kinds, gatekeeper }: Pick<StreamRoutesOptions, 'kinds' | 'gatekeeper'>,
): Promise<StreamPlace[]> {
  const bearer = bearerOf(request);
  const opened = await ticketsByJob(bearer === undefined ? tickets : [...tickets, bearer], gatekeeper);
  return Promise.all(
    channels.map(async ({ name, since }) => {
      const kind = kindOf(kinds, name.kind);
      const mine = kind && (await kind.mayWatch(name.id, caller, opened.get(name.id)));
      return { name, since, kind: mine ? kind : undefined, until: endOf(mine) };
    }),
  );
}

async function ticketsByJob(
  tickets: readonly string[],
  gatekeeper: Pick<Gatekeeper, 'readTicket'>,
): Promise<Map<string, string>> {
  const opened = new Map<string, string>();
  for (const ticket of tickets) {
    const scope = await gatekeeper.readTicket(ticket);
    if (scope?.jobId !== undefined) opened.set(scope.jobId, ticket);
  }
  return opened;
}

async function statesOf(places: readonly StreamPlace[], epoch: string): Promise<z.output<typeof channelStatesSchema>> {
  const channels = await Promise.all(
    places.map(async ({ name, kind }) => {
      const state = await kind?.state(name.id);
      return state ? [{ ch: name.name, ...state }] : [];
    }),
  );
  if (channels.every((states) => states.length === 0)) throw appError('UNKNOWN_CHANNEL');
  return { epoch, channels: channels.flat() };
}
