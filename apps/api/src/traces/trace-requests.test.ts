import { EventEmitter } from 'node:events';

import { describe, expect, it } from '@jest/globals';
import type { SpanAbout } from '@jobwire/runtime';
import type { Request, Response } from 'express';

import { trustOf } from '../http/client-address.ts';
import { requestId } from '../http/request-id.ts';
import { traceRequests } from './trace-requests.ts';

const trust = trustOf(['10.0.0.0/8']);
const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
const ownId = 'request-of-somebody';

/** A request of a machine of which a test cannot have the address. */
function requestFrom(address: string): Request {
  const headers: Record<string, string> = { traceparent, 'x-request-id': ownId };
  return {
    method: 'GET',
    path: '/jobs',
    socket: { remoteAddress: address },
    get: (name: string) => headers[name],
  } as unknown as Request;
}

function answer(): Response & { given: Record<string, string> } {
  const given: Record<string, string> = {};
  const set = (name: string, value: string): void => void (given[name] = value);
  return Object.assign(new EventEmitter(), { locals: {}, given, set }) as never;
}

/** The trace that a request's span continues. */
function parentFrom(address: string): string | undefined {
  const begun: SpanAbout[] = [];
  const start = (about: SpanAbout) => {
    begun.push(about);
    return { context: traceparent, traceId: '', end: () => undefined };
  };
  traceRequests({ start, stop: async () => undefined }, trust)(requestFrom(address), answer(), () => undefined);
  return begun[0]?.parent;
}

function idFrom(address: string): string | undefined {
  const response = answer();
  requestId(trust)(requestFrom(address), response, () => undefined);
  return response.given['X-Request-Id'];
}

describe('what a request says of its trace and its id', () => {
  it.each(['127.0.0.1', '::1', '::ffff:127.0.0.1', '10.1.2.3', '::ffff:10.1.2.3'])('is believed of %s', (address) => {
    expect(parentFrom(address)).toBe(traceparent);
    expect(idFrom(address)).toBe(ownId);
  });

  it.each(['203.0.113.9', '2001:db8::1', '::ffff:203.0.113.9', '11.0.0.1', ''])(
    'is nothing of a stranger: %s',
    (address) => {
      expect(parentFrom(address)).toBeUndefined();
      expect(idFrom(address)).not.toBe(ownId);
      expect(idFrom(address)).toMatch(/^[0-9a-f-]{36}$/);
    },
  );
});
