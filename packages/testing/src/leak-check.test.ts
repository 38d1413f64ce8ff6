import { createServer } from 'node:net';

import { expect, it } from '@jest/globals';

import { leakCheck } from './index.ts';

it('names what is left open, until it is closed', async () => {
  const check = leakCheck();
  expect(check.left()).toEqual([]);
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const timer = setTimeout(() => undefined, 1_000_000);
  expect(check.left().toSorted()).toEqual(['TCPServerWrap 1', 'Timeout 1']);
  clearTimeout(timer);
  await new Promise((resolve) => server.close(resolve));
  await check.expectNone();
});
