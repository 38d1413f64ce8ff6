import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { applyDiff, codeBlocks } from './code-blocks.ts';

const repository = resolve('.');
const blocks = codeBlocks(readFileSync('docs/add-a-job.md', 'utf8'));
/** Whole files that the page shows as they are; every other block is the reader's to add. */
const shown = blocks.filter(({ kind, path }) => kind !== 'diff' && existsSync(join(repository, path)));
let copy: string;

beforeAll(() => {
  copy = realpathSync(mkdtempSync(join(tmpdir(), 'add-a-job-')));
  for (const name of ['apps', 'packages', 'package.json', 'jest.config.ts', 'tsconfig.base.json', 'tsconfig.json']) {
    cpSync(join(repository, name), join(copy, name), {
      recursive: true,
      filter: (path) => !['node_modules', 'dist'].includes(basename(path)),
    });
  }
  linkModules();
  for (const { kind, path, text } of blocks.filter((block) => !shown.includes(block))) {
    const file = join(copy, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, kind === 'diff' ? applyDiff(readFileSync(file, 'utf8'), text) : text);
  }
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe('docs/add-a-job.md', () => {
  it('shows the files of report.csv as they are', () => {
    const files = readdirSync('packages/jobs/src/report-csv').map((name) => `packages/jobs/src/report-csv/${name}`);
    expect(shown.map(({ path }) => path)).toEqual(expect.arrayContaining(files));
    for (const { path, text } of shown) expect({ path, text }).toEqual({ path, text: readFileSync(path, 'utf8') });
  });

  it('adds a job by one folder and two lines', () => {
    const added = blocks.filter((block) => !shown.includes(block));
    const folders = added.flatMap(({ kind, path }) => (kind === 'diff' ? [] : [dirname(path)]));
    expect(new Set(folders)).toEqual(new Set(['packages/jobs/src/text-count']));
    const lines = added.flatMap(({ kind, path, text }) =>
      kind === 'diff' ? text.split('\n').flatMap((line) => (/^\+ *\S/.test(line) ? [`${path} ${line}`] : [])) : [],
    );
    expect(lines.filter((line) => !line.includes('+import '))).toHaveLength(2);
  });

  it('compiles as it is printed', () => {
    const tsc = spawnSync(process.execPath, [module('typescript/bin/tsc'), '-b', 'apps/worker', 'apps/api'], {
      cwd: copy,
      encoding: 'utf8',
    });
    expect(tsc.stdout).toBe('');
    expect(tsc.status).toBe(0);
  });

  it('has a test that passes', () => {
    const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', module('jest/bin/jest.js')];
    const servers = ['--globalSetup=', '--globalTeardown='];
    const jest = spawnSync(process.execPath, [...flags, ...servers, 'text-count'], { cwd: copy, encoding: 'utf8' });
    expect(jest.stderr).toContain('3 passed, 3 total');
    expect(jest.status).toBe(0);
  });
});

function module(path: string): string {
  return join(repository, 'node_modules', path);
}

/** Installed packages are linked; those of the workspace must lead into the copy. */
function linkModules(): void {
  const modules = join(copy, 'node_modules');
  mkdirSync(join(modules, '@jobwire'), { recursive: true });
  for (const name of readdirSync(join(repository, 'node_modules'))) {
    if (name !== '@jobwire') symlinkSync(module(name), join(modules, name));
  }
  for (const workspace of ['apps', 'packages'].flatMap((top) =>
    readdirSync(join(copy, top)).map((name) => `${top}/${name}`),
  )) {
    symlinkSync(join(copy, workspace), join(modules, '@jobwire', basename(workspace)));
    const nested = join(repository, workspace, 'node_modules');
    if (existsSync(nested)) symlinkSync(nested, join(copy, workspace, 'node_modules'));
  }
}
