import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { catalog } from '@jobwire/jobs';
import { configVariables, errorCatalogue, loadConfig } from '@jobwire/runtime';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'generate-'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('npm run generate', () => {
  it('writes every variable, error and job into its page', () => {
    expect(generate().status).toBe(0);
    for (const name of Object.keys(configVariables)) expect(read('docs/configuration.md')).toContain(`\`${name}\``);
    for (const code of Object.keys(errorCatalogue)) expect(read('docs/errors.md')).toContain(`\`${code}\``);
    for (const name of Object.keys(catalog)) expect(read('docs/jobs.md')).toContain(`## \`${name}\``);
  });

  it('prints an example whose defaults are the ones that are used', () => {
    const printed = [...read('.env.example').matchAll(/^# ([A-Z_]+)=(.+)$/gm)].map(([, name, value]) => [name, value]);
    expect(printed.length).toBeGreaterThan(10);
    expect(loadConfig(Object.fromEntries(printed))).toMatchObject(loadConfig({}));
  });

  it('finds nothing to complain of right after it wrote', () => {
    expect(generate('--check')).toMatchObject({ status: 0, stdout: '' });
  });

  it('fails with --check when a page has drifted, and leaves it alone', () => {
    appendFileSync(join(folder, 'docs/errors.md'), 'drift');
    expect(generate('--check')).toMatchObject({
      status: 1,
      stdout: 'docs/errors.md is out of date: npm run generate\n',
    });
    expect(read('docs/errors.md')).toMatch(/drift$/);
  });
});

function read(path: string): string {
  return readFileSync(join(folder, path), 'utf8');
}

function generate(...flags: string[]) {
  const command = [
    '--conditions=@jobwire/source',
    '--import',
    'tsx',
    'scripts/generate.ts',
    '--into',
    folder,
    ...flags,
  ];
  return spawnSync(process.execPath, command, { encoding: 'utf8' });
}
