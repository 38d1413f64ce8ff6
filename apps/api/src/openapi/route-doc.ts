import type { ErrorCode } from '@jobwire/runtime';
import type { z } from 'zod';

import type { Tag } from './tags.ts';

/**
 * Who a route answers. `anyone` needs nothing; `ticket` is a ticket of the job or upload in question; `cookie` the session
 * cookie; `viewer` and `operator` are administrators (a route for viewers is one for operators too); `signed` a signed
 * address.
 *
 * Where the path has an `:id`, `user` and `key` mean whoever it belongs to, and others hear 404. Where neither role of
 * administrators is named, they are users like others.
 */
export type Audience = 'anyone' | 'ticket' | 'user' | 'key' | 'viewer' | 'operator' | 'cookie' | 'signed';

/** What a request carries besides its path, or an answer. */
export interface Content {
  /** One sentence that says when, or what. */
  about: string;
  /** The schema that validates it, or that its type comes from; none for an answer without a body. */
  schema?: z.ZodType;
  /** Media type; `application/json` unless it is said. */
  type?: string;
  /** True for the body of a request that may be left out. */
  optional?: boolean;
  /** Headers of an answer by their names, with one sentence each. */
  headers?: Readonly<Record<string, string>>;
  /** Example values that are worth showing. */
  example?: unknown;
}

/**
 * One route as the OpenAPI document, the authorisation test and the fuzzer know it. It stands beside the route and uses the
 * schemas that validate there, so that the two cannot say different things.
 */
export interface RouteDoc {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** As Express writes it, e.g. `/jobs/:id`; the parameters are its `params`. */
  path: string;
  /** Stable and unique, in camel case: the client's types are named after it. */
  id: string;
  /** A few words, e.g. `Start a job`. */
  summary: string;
  /** What a caller must know beyond the summary; Markdown. */
  description?: string;
  /** The heading it stands under. */
  tag: Tag;
  audience: readonly Audience[];
  params?: z.ZodObject;
  query?: z.ZodObject;
  /** Request headers that change the answer, by their names. With `Idempotency-Key` come its errors. */
  headers?: Readonly<Record<string, string>>;
  /** Several when the media type decides. */
  body?: Content | readonly Content[];
  /** Answers by status, errors left out; several of one status when the media type differs. */
  answers: Readonly<Record<number, Content | readonly Content[]>>;
  /**
   * The errors that this route itself answers. What any route may answer (INTERNAL, UNAVAILABLE, TOO_MANY_REQUESTS, and
   * those of reading a body or a token) is added where the document is made.
   */
  errors?: readonly ErrorCode[];
  /** True for what is asked before rate limits and without the record: pages, and what containers look at. */
  alwaysOpen?: boolean;
}

/** Several contents, also where one was written alone. */
export function contents(given: Content | readonly Content[] | undefined): readonly Content[] {
  if (given === undefined) return [];
  return 'about' in given ? [given] : given;
}

/** The media type of a content; undefined when it has no body. */
export function mediaTypeOf({ schema, type }: Content): string | undefined {
  return type ?? (schema ? 'application/json' : undefined);
}
