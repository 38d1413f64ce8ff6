import type { WireProblem } from '@jobwire/protocol';
import { $ZodError } from 'zod/v4/core';

import { bearer, languageHeader } from '../http/headers.ts';
import { pause } from '../http/persist.ts';
import { authorizedFetch, type Caller, problemOf } from '../http/rest.ts';
import { JobwireError } from '../problem.ts';
import type { WatchedChannel } from '../watch/watched-channel.ts';
import { backoffMs } from './backoff.ts';
import type { ConnectionState } from './connection-state.ts';
import type { FrameTap } from './frame-tap.ts';
import { readStream } from './read-stream.ts';
import { streamPath } from './stream-request.ts';
import { createStreamedFrames } from './streamed-frames.ts';

/** What a stream of events works with. */
export interface StreamOptions {
  caller: Caller;
  /** What it brings, in this order; all of one ticket, or without. */
  channels: readonly WatchedChannel[];
  tap: FrameTap | undefined;
  changed(state: ConnectionState): void;
  /** So many requests in a row were not answered. Answers whether to go on trying. */
  unreachable(times: number): boolean;
}

/**
 * Bring channels by server-sent events, request after request.
 *
 * @returns a function that ends it
 */
export function startStream(options: StreamOptions): () => void {
  const { caller, channels, tap, changed, unreachable } = options;
  const send = authorizedFetch(caller);
  let stopped = false;
  let failures = 0;

  /** Ends the request that is under way, or the wait for the next. */
  let cut = new AbortController();

  /** One request to its end; an error when another must follow. */
  const once = async (): Promise<void> => {
    cut = new AbortController();
    const { signal } = cut;
    const path = streamPath(channels);
    const frames = createStreamedFrames(channels);
    const request = new Request(`${caller.baseUrl}${path}`, {
      headers: { accept: 'text/event-stream', ...bearer(channels[0]?.ticket), ...languageHeader(caller.language) },
      signal,
    });
    tap?.({ direction: 'out', transport: 'sse', text: `GET ${path}`, at: Date.now() });
    const response = await send(request);
    if (response.status === 204) return endAll(channels);
    if (!response.ok) throw problemOf(response.status, await response.text());
    failures = 0;
    changed({ state: 'live', transport: 'sse' });
    await readStream(
      response,
      (message) => {
        if (signal.aborted) return;
        tap?.({ direction: 'in', transport: 'sse', text: message.data, at: Date.now() });
        if (frames.take(message) === 'gap') cut.abort();
      },
      signal,
    );
  };

  const wait = async (ms: number): Promise<void> => {
    failures += 1;
    changed({ state: 'waiting', transport: 'sse', until: Date.now() + ms, failures });
    cut = new AbortController();
    await pause(ms, cut.signal);
  };

  /** Whether to try again after an error. */
  const survive = async (error: unknown): Promise<boolean> => {
    if (stopped) return false;
    if (error instanceof JobwireError && !error.retryable) {
      // Those that are left get a stream of their own.
      failNamed(channels, error);
      return false;
    }
    // An error of this client's own making would come again; one of the network is a TypeError or an abort.
    if (error instanceof SyntaxError || error instanceof $ZodError) {
      for (const watched of channels) watched.fail(error);
      return false;
    }
    if (!(error instanceof JobwireError) && !unreachable(failures + 1)) return false;
    await wait(retryAfterMs(error) ?? backoffMs(failures));
    return true;
  };

  const run = async (): Promise<void> => {
    while (!stopped) {
      changed({ state: 'connecting', transport: 'sse' });
      try {
        await once();
        if (!stopped) await wait(backoffMs(failures));
      } catch (error) {
        if (!(await survive(error))) return;
      }
    }
  };
  void run();
  return () => {
    stopped = true;
    cut.abort();
  };
}

/** The server has nothing more for a reader that is where these are. */
function endAll(channels: readonly WatchedChannel[]): void {
  for (const watched of channels) {
    const [epoch = '', seq = '0'] = (watched.since() ?? '').split(':');
    watched.opened({ epoch, seq: Number(seq), recovered: true, final: true });
  }
}

/** An error that names a channel is that channel's; any other one is everybody's. */
function failNamed(channels: readonly WatchedChannel[], error: JobwireError): void {
  const named = channels.filter(({ channel }) => channel === error.problem.ch);
  for (const watched of named.length > 0 ? named : channels) watched.fail(error);
}

function retryAfterMs(error: unknown): number | undefined {
  const problem: Partial<WireProblem> = error instanceof JobwireError ? error.problem : {};
  return problem.retryAfterMs;
}
