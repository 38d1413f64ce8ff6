import { wireProblem } from '@jobwire/protocol';
import type * as z from 'zod/mini';

import { JobwireError } from '../problem.ts';
import { bearer, keyHeader, languageHeader } from './headers.ts';
import { authorized, type Tokens } from './tokens.ts';

/** What this client needs of `fetch`. */
export type Fetch = (request: Request) => Promise<Response>;

/** What requests are made with. */
export interface Caller {
  /** Address of the server, without a slash at its end. */
  baseUrl: string;
  tokens: Tokens;
  fetch: Fetch;
  /** The language to ask for, as `Accept-Language` names it. */
  language?: (() => string | undefined) | undefined;
}

/** Ends a call before its answer. */
export interface CallControl {
  signal?: AbortSignal | undefined;
}

/** How something is read that the caller may not own. */
export interface ReadOptions extends CallControl {
  /** The ticket of the job; not needed by its owner. */
  ticket?: string | undefined;
}

/** Calls of the HTTP API. */
export interface Rest {
  /**
   * Send a request and parse its answer.
   *
   * @throws JobwireError for an error answer; what `fetch` throws when there is no answer
   */
  call<Schema extends z.ZodMiniType>(path: string, answer: Schema, options?: CallOptions): Promise<z.output<Schema>>;
  /**
   * Read bytes, also where the answer leads to another address.
   *
   * @throws JobwireError for an error answer; what `fetch` throws when there is no answer
   */
  download(path: string, options?: ReadOptions): Promise<Blob>;
}

/** What a call sends. */
export interface CallOptions extends ReadOptions {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Becomes JSON. */
  body?: object | undefined;
  idempotencyKey?: string | undefined;
  /** True: the caller's token is not asked for. */
  withoutToken?: boolean;
}

/** A `fetch` that sends the token of the caller, unless a request has one of its own. */
export function authorizedFetch({ tokens, fetch }: Caller): Fetch {
  return (request) => {
    if (request.headers.has('authorization')) return fetch(request);
    return authorized(tokens, (token) => {
      // A request can be sent once only, and there may be a second time.
      const copy = request.clone();
      if (token !== undefined) copy.headers.set('authorization', `Bearer ${token}`);
      return fetch(copy);
    });
  };
}

/** Make the calls of one server. */
export function createRest(caller: Caller): Rest {
  const send = authorizedFetch(caller);
  return {
    async call(path, answer, { method = 'GET', body, ticket, idempotencyKey, signal, withoutToken = false } = {}) {
      const request = new Request(`${caller.baseUrl}${path}`, {
        method,
        headers: {
          accept: 'application/json',
          ...bearer(ticket),
          ...languageHeader(caller.language),
          ...keyHeader(idempotencyKey),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        ...(signal ? { signal } : {}),
      });
      const response = await (withoutToken ? caller.fetch(request) : send(request));
      return readAnswer(response.status, await response.text(), answer);
    },
    async download(path, { ticket, signal } = {}) {
      const headers = { ...bearer(ticket), ...languageHeader(caller.language) };
      const response = await send(new Request(`${caller.baseUrl}${path}`, { headers, ...(signal ? { signal } : {}) }));
      if (!response.ok) throw problemOf(response.status, await response.text());
      return response.blob();
    },
  };
}

/**
 * Parse the text of an answer.
 *
 * @throws JobwireError for an error answer
 */
export function readAnswer<Schema extends z.ZodMiniType>(
  status: number,
  text: string,
  answer: Schema,
): z.output<Schema> {
  if (status < 200 || status > 299) throw problemOf(status, text);
  return answer.parse(text === '' ? undefined : JSON.parse(text));
}

/** What an error answer says; its status, when something on the way answered in its own words. */
export function problemOf(status: number, text: string): JobwireError {
  try {
    return new JobwireError(wireProblem.parse(JSON.parse(text)));
  } catch {
    // Something between us and the server answered in its own words; the status is all there is.
    return new JobwireError({ status, title: `The server answered ${status}`, retryable: status >= 500 });
  }
}
