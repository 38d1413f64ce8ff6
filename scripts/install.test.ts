import { execFile } from 'node:child_process';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type TestFolder, testFolder } from '@jobwire/testing';

const source = fileURLToPath(new URL('./install.mjs', import.meta.url));
const execute = promisify(execFile);

/** A clone with nothing but the script, a lock file, and an npm that only writes down how it was called. */
let clone: TestFolder;
beforeEach(async () => {
  clone = await testFolder('clone');
  await mkdir(join(clone.path, 'scripts'));
  await mkdir(join(clone.path, 'node_modules'));
  await copyFile(source, join(clone.path, 'scripts/install.mjs'));
  await writeLock('package-lock.json', { zod: '4.6.7' });
  await npmThat("require('node:fs').writeFileSync('called', process.argv.slice(2).join(' '))");
});
afterEach(() => clone.stop());

async function writeLock(
  path: string,
  versions: Record<string, string>,
  optional: readonly string[] = [],
): Promise<void> {
  const entries = Object.entries(versions).map(([name, version]) => [
    `node_modules/${name}`,
    { version, ...(optional.includes(name) ? { optional: true } : {}) },
  ]);
  await writeFile(join(clone.path, path), JSON.stringify({ packages: { '': {}, ...Object.fromEntries(entries) } }));
}

async function npmThat(does: string): Promise<void> {
  await writeFile(join(clone.path, 'npm-cli.js'), does);
}

/** Run some lines with the script's functions in scope. */
async function run(lines: string): Promise<{ code: number; output: string }> {
  const code = `import * as script from '${join(clone.path, 'scripts/install.mjs')}'; ${lines}`;
  const env = { ...process.env, npm_execpath: join(clone.path, 'npm-cli.js') };
  try {
    const { stdout, stderr } = await execute(process.execPath, ['--input-type=module', '-e', code], { env });
    return { code: 0, output: stdout + stderr };
  } catch (error) {
    const { code: exitCode, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code: exitCode, output: stdout + stderr };
  }
}

const install = 'await script.ensureInstalled();';
const called = (): Promise<string | undefined> => readFile(join(clone.path, 'called'), 'utf8').catch(() => undefined);

describe('dependencies', () => {
  it('are installed when there are none', async () => {
    expect((await run(install)).output).toMatch(/^Installing dependencies … \d+\.\d s\n$/);
    expect(await called()).toBe('ci');
  });

  it('are left alone when they are what the lock says', async () => {
    await writeLock('node_modules/.package-lock.json', { zod: '4.6.7' });
    expect(await run(install)).toEqual({ code: 0, output: '' });
    expect(await called()).toBeUndefined();
  });

  it('are updated when a version has changed', async () => {
    await writeLock('node_modules/.package-lock.json', { zod: '4.6.6' });
    expect((await run(install)).output).toMatch(/^Updating dependencies/);
    expect(await called()).toBe('ci');
  });

  it('may lack what is for another platform, but nothing else', async () => {
    await writeLock('package-lock.json', { zod: '4.6.7', windows: '1.0.0' }, ['windows']);
    await writeLock('node_modules/.package-lock.json', { zod: '4.6.7' });
    await run(install);
    expect(await called()).toBeUndefined();
    await writeLock('package-lock.json', { zod: '4.6.7', pg: '8.23.1' });
    await run(install);
    expect(await called()).toBe('ci');
  });

  it('that cannot be installed end the process with what npm said', async () => {
    await npmThat("console.error('npm error: no network'); process.exit(1)");
    const { code, output } = await run(`${install} console.log('went on')`);
    expect(code).toBe(1);
    expect(output).toContain('npm error: no network');
    expect(output).not.toContain('went on');
  });
});

it.each([
  ['18.20.0', 1],
  ['20.18.3', 1],
  ['20.19.0', 0],
  ['22.1.0', 0],
])('Node %s ends with exit code %i', async (version, exitCode) => {
  const { code, output } = await run(
    `Object.defineProperty(process, 'versions', { value: { node: '${version}' } }); script.ensureNode();`,
  );
  expect(code).toBe(exitCode);
  expect(output).toBe(exitCode === 0 ? '' : `Jobwire needs Node 20.19 or newer; this is ${version}.\n`);
});
