import { type RawData, WebSocket } from 'ws';
import { z } from 'zod';

import { type Account, digestOf } from './crowd-orders.ts';

/** One socket of a crowd. It comes back whenever its connection ends. */
export interface CrowdSocket {
  readonly account: Account;
  send(frame: unknown): void;
  leave(): void;
}

/** What a socket of a crowd does. */
export interface CrowdSocketOptions {
  /** The address of its next connection. */
  nextUrl: () => string;
  channel: string | undefined;
  token: string | undefined;
  ticket: string | undefined;
  onReady: () => void;
  onLost: () => void;
  /** Every frame; true when it has been dealt with and need not be read. */
  onFrame: (data: RawData) => boolean;
  onSurprise: (what: string) => void;
}

const subscription = z.object({ epoch: z.string(), seq: z.int(), recovered: z.boolean() });
const event = z.object({
  t: z.literal('event'),
  epoch: z.string(),
  seq: z.int(),
  skipped: z.int().optional(),
  data: z.unknown(),
});
const frame = z.looseObject({
  id: z.int().nullish(),
  ok: z.unknown().optional(),
  error: z.looseObject({ code: z.string() }).optional(),
  t: z.string().optional(),
});

/** Longest waits before a connection, in milliseconds: those of `packages/client`, full jitter. */
const backoff = { firstMs: 500, longestMs: 20_000 };
/** Numbers of the two operations; what is published has others. */
const helloId = 1;
const subId = 2;

/** Open a socket that says hello, subscribes, counts, and comes back. */
export function openCrowdSocket(options: CrowdSocketOptions): CrowdSocket {
  const { channel, token, ticket } = options;
  const account: Account = {
    first: 0,
    last: 0,
    events: 0,
    digest: 0,
    gaps: 0,
    duplicates: 0,
    snapshots: 0,
    ready: false,
  };
  let epoch: string | undefined;
  let failures = 0;
  let comeBackMs: number | undefined;
  let left = false;
  let ws: WebSocket;

  const send = (value: unknown): void => ws.send(JSON.stringify(value));
  const ready = (): void => {
    failures = 0;
    account.ready = true;
    options.onReady();
  };
  const begin = ({ epoch: given, seq, recovered }: z.output<typeof subscription>): void => {
    if (!recovered) {
      if (epoch !== undefined) account.snapshots += 1;
      Object.assign(account, { first: seq, last: seq, events: 0, digest: 0 });
    } else if (seq !== account.last) account.gaps += 1;
    epoch = given;
  };
  const take = ({ seq, skipped = 0, data }: z.output<typeof event>): void => {
    if (seq <= account.last) account.duplicates += 1;
    else if (seq - skipped - 1 !== account.last) account.gaps += 1;
    account.last = seq;
    account.events += 1;
    account.digest = digestOf(account.digest, data);
  };
  const answer = (id: number, ok: unknown): void => {
    if (id === helloId) {
      const since = epoch === undefined ? {} : { since: `${epoch}:${account.last}` };
      send({ id: subId, op: 'sub', ch: channel, ...(ticket === undefined ? {} : { ticket }), ...since });
    } else if (id === subId) {
      begin(subscription.parse(ok));
      ready();
    }
  };
  const hear = (data: RawData): void => {
    if (options.onFrame(data)) return;
    const value: unknown = JSON.parse(textOf(data));
    const { id, ok, error, t } = frame.parse(value);
    if (error) {
      options.onSurprise(error.code);
      // It comes back after a while, like every client.
      if (id === helloId || id === subId) ws.close();
    } else if (typeof id === 'number') answer(id, ok);
    else if (t === 'event') take(event.parse(value));
    else if (t === 'snapshot') begin(subscription.parse(value));
    else if (t === 'goaway') comeBackMs = z.object({ reconnectInMs: z.number() }).parse(value).reconnectInMs;
    else if (t === 'unsub') ws.close();
  };
  const lost = (code: number): void => {
    const wasReady = account.ready;
    account.ready = false;
    if (left) return;
    options.onSurprise(String(code));
    if (wasReady) options.onLost();
    const wait = comeBackMs ?? Math.random() * Math.min(backoff.longestMs, backoff.firstMs * 2 ** failures);
    comeBackMs = undefined;
    failures += 1;
    setTimeout(() => left || connect(), wait);
  };

  function connect(): void {
    ws = new WebSocket(options.nextUrl(), 'jobwire.v1', { perMessageDeflate: false, skipUTF8Validation: true });
    ws.on('open', () => {
      if (channel === undefined) ready();
      else send({ id: helloId, op: 'hello', ...(token === undefined ? {} : { token }) });
    });
    ws.on('message', hear);
    ws.on('error', () => undefined);
    ws.on('close', lost);
  }
  connect();

  return {
    account,
    send,
    leave() {
      left = true;
      ws.terminate();
    },
  };
}

function textOf(data: RawData): string {
  return Buffer.isBuffer(data) ? data.toString('utf8') : '';
}
