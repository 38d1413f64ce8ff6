import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { RetryAfter } from '@jobwire/queue/job';

import { createFreeConnections } from './free-connections.ts';

const unhurried = new AbortController().signal;

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

it('gives every connection to one mail at a time, to those first who came first', async () => {
  const connections = createFreeConnections(['a', 'b']);
  const held = [await connections.take(unhurried), await connections.take(unhurried)];
  expect(held.toSorted()).toEqual(['a', 'b']);
  const order: string[] = [];
  const first = connections.take(unhurried).then((connection) => order.push(`first ${connection}`));
  const second = connections.take(unhurried).then((connection) => order.push(`second ${connection}`));
  connections.giveBack('b');
  await first;
  connections.giveBack('a');
  await second;
  expect(order).toEqual(['first b', 'second a']);
});

it('sends a mail away, without spending its attempt, when all stay busy for 5 s; its place goes to the next', async () => {
  const connections = createFreeConnections(['only']);
  await connections.take(unhurried);
  const late = connections.take(unhurried).catch((error: unknown) => error);
  await jest.advanceTimersByTimeAsync(4_999);
  const next = connections.take(unhurried);
  await jest.advanceTimersByTimeAsync(1);
  expect(await late).toBeInstanceOf(RetryAfter);
  connections.giveBack('only');
  expect(await next).toBe('only');
});

it('lets go of a mail whose run is ended, and gives nothing to it', async () => {
  const connections = createFreeConnections(['only']);
  await connections.take(unhurried);
  const run = new AbortController();
  const waiting = connections.take(run.signal);
  run.abort(new Error('ended'));
  await expect(waiting).rejects.toThrow('ended');
  connections.giveBack('only');
  expect(await connections.take(unhurried)).toBe('only');
  await expect(connections.take(run.signal)).rejects.toThrow('ended');
});
