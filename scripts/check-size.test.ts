import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'check-size-'));
  for (const folder of ['apps', 'packages', 'scripts']) mkdirSync(join(root, folder));
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('the size check', () => {
  it('accepts small files in named folders', () => {
    write('packages/db/src/tables/jobs.ts', 40);
    expect(check()).toMatchObject({ status: 0, stdout: '1 source files, median 40 lines, largest 40\n' });
  });

  it('names a file that is too long', () => {
    write('packages/db/src/jobs.ts', 251);
    write('packages/db/src/events.ts', 10);
    write('packages/db/src/steps.ts', 10);
    expect(check()).toMatchObject({ status: 1, stderr: 'packages/db/src/jobs.ts: 251 lines, more than 250\n' });
  });

  it('wants the middle file to be small too', () => {
    for (const name of ['a', 'b', 'c']) write(`apps/api/src/${name}.ts`, 91);
    expect(check().stderr).toBe('the median source file has 91 lines, more than 90\n');
  });

  it('gives tests more room, but not without end', () => {
    write('packages/db/src/jobs.test.ts', 500);
    expect(check().status).toBe(0);
    write('packages/db/src/jobs.test.ts', 501);
    expect(check().stderr).toBe('packages/db/src/jobs.test.ts: 501 lines, more than 500\n');
  });

  it('refuses a folder that says nothing about its content', () => {
    write('packages/db/src/helpers/strings.ts', 1);
    expect(check().stderr).toBe('packages/db/src/helpers: name a folder after what it is about\n');
  });

  it('reads components and style sheets too', () => {
    write('apps/console/src/try-page.tsx', 251);
    write('apps/console/src/look/base.css', 251);
    write('packages/db/src/jobs.ts', 10);
    write('packages/db/src/steps.ts', 10);
    write('packages/db/src/events.ts', 10);
    expect(check().stderr).toBe(
      'apps/console/src/look/base.css: 251 lines, more than 250\napps/console/src/try-page.tsx: 251 lines, more than 250\n',
    );
  });

  it('adds up what each page of the console needs as it travels, and says which one needs too much', () => {
    mkdirSync(join(root, 'apps/console/dist/assets'), { recursive: true });
    const script = (name: string, bytes: number): void =>
      writeFileSync(join(root, 'apps/console/dist/assets', name), randomBytes(bytes).toString('base64'));
    script('index-1.js', 20_000);
    script('states-1.js', 10_000);
    script('rooms-page-1.js', 20_000);
    script('jobs-page-1.js', 25_000);
    expect(check().stdout).toMatch(/: 55\d{3} bytes of 60000 for jobs-page, 75\d{3} in all, gzipped\n$/);
    script('rooms-page-1.js', 30_000);
    expect(check()).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^the console's rooms-page needs 60\d{3} bytes of scripts, more than 60000\n$/),
    });
  });

  it('does not look at what others wrote', () => {
    write('packages/db/node_modules/helpers/index.ts', 1_000);
    write('packages/db/dist/index.d.ts', 1_000);
    write('packages/db/src/schema.gen.ts', 1_000);
    expect(check().status).toBe(0);
  });
});

function write(path: string, lines: number): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), 'export {};\n'.repeat(lines));
}

function check() {
  return spawnSync(process.execPath, [resolve('scripts/check-size.mjs'), root], { encoding: 'utf8' });
}
