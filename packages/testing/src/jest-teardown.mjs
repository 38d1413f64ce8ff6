import { once } from 'node:events';

import { keeperKey } from './jest-setup.mjs';

/** After all tests: let the keeper stop its servers, and wait for it. */
export default async function tearDown() {
  const keeper = globalThis[keeperKey];
  if (keeper === undefined || keeper.exitCode !== null) return;
  const gone = once(keeper, 'exit');
  keeper.disconnect();
  await gone;
}
