import { execFile } from 'node:child_process';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type TestFolder, testFolder } from '@jobwire/testing';

const sources = ['install.mjs', 'console-build.mjs'];
const execute = promisify(execFile);

/** A clone with nothing but the scripts, a lock file, and an npm that only writes down how it was called. */
let clone: TestFolder;
beforeEach(async () => {
  clone = await testFolder('clone');
  await mkdir(join(clone.path, 'scripts'));
  await mkdir(join(clone.path, 'node_modules'));
  for (const name of sources) {
    await copyFile(fileURLToPath(new URL(name, import.meta.url)), join(clone.path, 'scripts', name));
  }
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

async function plant(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(clone.path, path)), { recursive: true });
  await writeFile(join(clone.path, path), text);
}

async function npmThat(does: string): Promise<void> {
  await writeFile(join(clone.path, 'npm-cli.js'), does);
}

/** Run some lines with the script's functions in scope. */
async function run(lines: string): Promise<{ code: number; output: string }> {
  const imports = sources.map(
    (name, index) => `import * as script${index} from '${join(clone.path, 'scripts', name)}';`,
  );
  const code = `${imports.join('')} const script = { ...script0, ...script1 }; ${lines}`;
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

describe('the console', () => {
  const build = 'await script.buildConsole(); console.log("went on")';
  const vite = 'node_modules/vite/bin/vite.js';
  const built = (): Promise<string> => readFile(join(clone.path, 'apps/console/dist/index.html'), 'utf8');
  beforeEach(async () => {
    await plant('apps/console/src/main.tsx', 'one');
    await plant('packages/client/src/index.ts', 'one');
    await plant('packages/protocol/src/index.ts', 'one');
    await plant(
      vite,
      `const { mkdirSync, rmSync, writeFileSync } = require('node:fs');
      const [, , , app] = process.argv;
      rmSync(app + '/dist', { recursive: true, force: true });
      mkdirSync(app + '/dist');
      writeFileSync(app + '/dist/index.html', process.env.NODE_ENV + ' ' + process.hrtime.bigint());`,
    );
  });

  it('is built when it is missing, as for production, and not again', async () => {
    expect((await run(build)).output).toMatch(/^Building the console … \d+\.\d s\nwent on\n$/);
    const first = await built();
    expect(first).toMatch(/^production /);
    expect(await run(build)).toEqual({ code: 0, output: 'went on\n' });
    expect(await built()).toBe(first);
  });

  it.each(['apps/console/src/main.tsx', 'packages/client/src/index.ts', 'packages/protocol/src/new.ts'])(
    'is built again when what it is made of has changed: %s',
    async (path) => {
      await run(build);
      await plant(path, 'two');
      expect((await run(build)).output).toContain('Building the console');
    },
  );

  it('that cannot be built ends the process with what was said, and the next start tries again', async () => {
    await run(build);
    await plant('apps/console/src/main.tsx', 'two');
    const working = await readFile(join(clone.path, vite), 'utf8');
    await plant(vite, `${working}; console.error('main.tsx:1:1 nonsense'); process.exit(1)`);
    const { code, output } = await run(build);
    expect(code).toBe(1);
    expect(output).toContain('main.tsx:1:1 nonsense');
    expect(output).not.toContain('went on');
    await plant(vite, working);
    expect((await run(build)).output).toContain('Building the console');
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
