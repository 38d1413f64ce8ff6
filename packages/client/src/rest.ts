import { wireProblem } from '@jobwire/protocol';
import type { z } from 'zod';

import { JobwireError } from './problem.ts';

/** Calls of the HTTP API. */
export interface Rest {
  /**
   * Send a request and parse its answer.
   *
   * @throws JobwireError for an error answer; what `fetch` throws when there is no answer
   */
  call<Schema extends z.ZodType>(path: string, answer: Schema, options?: CallOptions): Promise<z.output<Schema>>;
}

/** What a call sends. */
export interface CallOptions {
  method?: 'GET' | 'POST';
  /** Becomes JSON; a form is sent as it is. */
  body?: FormData | object;
  /** Opens what the caller does not own. */
  ticket?: string | undefined;
  signal?: AbortSignal | undefined;
}

/** Make the caller of one server. */
export function createRest(baseUrl: string, token: string | undefined): Rest {
  return {
    async call(path, answer, { method = 'GET', body, ticket, signal } = {}) {
      const form = body instanceof FormData;
      const bearer = ticket ?? token;
      const response = await fetch(`${baseUrl}${path}`, {
        method,
        headers: {
          accept: 'application/json',
          ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
          ...(body === undefined || form ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
        ...(signal ? { signal } : {}),
      });
      const text = await response.text();
      if (!response.ok) throw problemOf(response.status, text);
      return answer.parse(JSON.parse(text));
    },
  };
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
