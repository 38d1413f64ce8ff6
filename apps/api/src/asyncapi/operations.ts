import {
  historyPage,
  marked,
  type Operation,
  present,
  published,
  refreshed,
  subscribed,
  welcome,
} from '@jobwire/realtime';
import type { ErrorCode } from '@jobwire/runtime';
import { z } from 'zod';

import { historyPageExample, jobId, memberExample, snapshotExample } from './examples.ts';

/** What the document says of one operation beyond its schema. */
export interface OperationDoc {
  about: string;
  /** Members of the frame that their names do not explain. */
  members?: Readonly<Record<string, string>>;
  /** What stands in `ok` of the reply. */
  ok: z.core.$ZodType;
  errors: readonly ErrorCode[];
  /** A frame without `id` and `op`, and what is answered. */
  example: { frame: Readonly<Record<string, unknown>>; ok: Readonly<Record<string, unknown>> };
}

/** Errors that any operation may answer. */
export const commonErrors: readonly ErrorCode[] = [
  'BAD_JSON',
  'UNKNOWN_OP',
  'INVALID_INPUT',
  'HELLO_REQUIRED',
  'TOO_MANY_REQUESTS',
  'UNAVAILABLE',
  'INTERNAL',
];

const nothing = z.strictObject({});
const user = '0198a1c2-5b7e-7d3f-8c41-0242ac120003';
const expiresAt = '2026-11-24T17:00:00.000Z';

/** Every operation. */
export const operationDocs: Readonly<Record<Operation, OperationDoc>> = {
  hello: {
    about: 'Say who you are. The first frame of every socket, within 5 seconds, and only once.',
    members: {
      token: 'An access token or an API key; without one the socket is anonymous.',
      name: 'What the client calls itself: the name of a stranger in rooms that let strangers in.',
    },
    ok: welcome,
    errors: ['UNAUTHENTICATED', 'TOO_MANY_SOCKETS', 'BAD_REQUEST'],
    example: {
      frame: { token: 'eyJhbGciOi…' },
      ok: {
        connId: '0198a1c2-5b7e-7d3f-8c41-0242ac120004',
        user,
        heartbeatMs: 25_000,
        expiresAt,
        limits: { subscriptions: 64, frameBytes: 16_384, opsPerSecond: 20, opsBurst: 40 },
      },
    },
  },
  sub: {
    about:
      'Watch a channel. `seq` of the reply is what is known then: the next event has the next number. With `since` and `recovered: true` the events after it follow; else `snapshot` replaces what was known.',
    members: {
      ticket: 'The ticket of a job, for its channel.',
      since: 'The last position that the client has: `epoch:seq`, or `seq` of the current epoch.',
    },
    ok: subscribed,
    errors: ['UNKNOWN_CHANNEL', 'ALREADY_SUBSCRIBED', 'TOO_MANY_SUBSCRIPTIONS', 'INVALID_POSITION'],
    example: { frame: { ch: `job:${jobId}` }, ok: snapshotExample },
  },
  unsub: {
    about: 'Watch a channel no more. Nothing of it is sent after the reply.',
    ok: nothing,
    errors: [],
    example: { frame: { ch: `job:${jobId}` }, ok: {} },
  },
  pub: {
    about:
      'Publish a message in a room. The same key again is the same message: it is answered with its number and stored once. One socket’s messages are stored in the order in which it sent them.',
    members: {
      data: 'What the message says: any JSON, of 8,192 characters at most.',
      key: 'Chosen by the client, per message.',
      to: 'Id of the only user who gets it, as event `room.personal` in their channel `user:<id>`; so does the sender.',
      exclude: 'True: this socket is not sent the message; its next event of the channel counts it in `skipped`.',
    },
    ok: published,
    errors: ['UNKNOWN_CHANNEL', 'CHANNEL_READ_ONLY', 'IDEMPOTENCY_CONFLICT'],
    example: {
      frame: { ch: 'room:lobby', data: { text: 'Hello' }, key: 'm-1' },
      ok: { ch: 'room:lobby', epoch: 'k3x9', seq: 12 },
    },
  },
  presence: {
    about: 'Who is in a room that this socket watches. `online` is exact; `members` lists at most 100.',
    ok: present,
    errors: ['UNKNOWN_CHANNEL', 'BAD_REQUEST'],
    example: { frame: { ch: 'room:lobby' }, ok: { online: 1, members: [memberExample] } },
  },
  history: {
    about:
      'Past events of a channel that this socket watches, oldest first; `before` of the next page is the first `seq`.',
    members: {
      before: 'Events with a smaller number; without it the newest.',
      limit: 'Events at most; 100 without it.',
    },
    ok: historyPage,
    errors: ['UNKNOWN_CHANNEL'],
    example: { frame: { ch: 'room:lobby', before: 13, limit: 1 }, ok: historyPageExample },
  },
  read: {
    about: 'Mark notifications of this user as read: these, or all.',
    ok: marked,
    errors: ['FORBIDDEN'],
    example: { frame: { all: true }, ok: { unread: 0 } },
  },
  refresh: {
    about: 'Go on with a newer token of the same caller, before the one of `hello` ends.',
    ok: refreshed,
    errors: ['UNAUTHENTICATED', 'FORBIDDEN'],
    example: { frame: { token: 'eyJhbGciOi…' }, ok: { expiresAt } },
  },
  ping: {
    about: 'A sign of life that is answered, for clients that cannot send protocol pings.',
    ok: nothing,
    errors: [],
    example: { frame: {}, ok: {} },
  },
};
