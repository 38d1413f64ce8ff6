import { fork } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Under this key the teardown finds what the setup started: both run in the process that Jest was started as. */
export const keeperKey = Symbol.for('jobwire.testing.keeper');

/**
 * Before all tests: one PostgreSQL for the run, in a process of its own, because it must clean up even when this one is
 * killed. Jest starts this file without a transformer, hence no TypeScript.
 */
export default async function setUp() {
  const keeper = fork(fileURLToPath(new URL('./keeper-main.ts', import.meta.url)), {
    execArgv: ['--conditions=@jobwire/source', '--import', 'tsx'],
    // Ctrl-C must not reach it before the tests have ended.
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const died = once(keeper, 'exit').then(([code]) => {
    throw new Error(`The test servers could not be started (exit code ${code})`);
  });
  // It only counts until the first message; afterwards the teardown ends the keeper.
  died.catch(() => undefined);
  const [{ databaseUrl, folder }] = await Promise.race([once(keeper, 'message'), died]);
  process.env['JOBWIRE_TEST_DATABASE_URL'] = databaseUrl;
  process.env['JOBWIRE_TEST_FOLDER'] = folder;
  globalThis[keeperKey] = keeper;
  if (!hasRedis()) {
    process.stdout.write(
      '\nThe Redis half of the tests is skipped: there is no redis-server on the PATH ' +
        '(Debian: apt-get install redis-server; macOS: brew install redis).\n',
    );
  }
}

function hasRedis() {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => isExecutable(join(folder, 'redis-server')));
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
