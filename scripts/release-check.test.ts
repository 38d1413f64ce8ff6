import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterEach, beforeEach, expect, it } from '@jest/globals';

const script = join(process.cwd(), 'scripts/release-check.mjs');
const names = ['clean tree', 'changelog', 'versions', 'lock file', 'licences', 'both READMEs', 'generated pages'];
let root: string;

const write = (path: string, content: unknown): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), typeof content === 'string' ? content : JSON.stringify(content));
};
const git = (...args: string[]): void => {
  const { status, stderr } = spawnSync('git', args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
};
const commit = (): void => {
  git('add', '-A');
  git('-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', 'commit', '-qm', 'Change');
};
/** The exit code, and the lines of the checks that fail. */
const check = (): { status: number | null; failed: string[]; lines: string[] } => {
  const { status, stdout } = spawnSync(process.execPath, [script, root], { encoding: 'utf8' });
  const lines = stdout.trim().split('\n');
  return { status, lines, failed: lines.filter((line) => line.startsWith('FAIL')) };
};

const manifest = { name: 'shop', version: '1.2.0', private: true, workspaces: ['packages/*'] };
const lockOf = (more: Record<string, unknown> = {}): unknown => ({
  name: 'shop',
  version: '1.2.0',
  lockfileVersion: 3,
  requires: true,
  packages: {
    '': { name: 'shop', version: '1.2.0', workspaces: ['packages/*'] },
    'node_modules/part': { resolved: 'packages/part', link: true },
    'packages/part': { name: 'part', version: '1.2.0' },
    ...more,
  },
});

/** A tree that can be released. */
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'release-'));
  write('package.json', { ...manifest, scripts: { 'check:generated': 'node generated.cjs' } });
  write('packages/part/package.json', { name: 'part', version: '1.2.0' });
  write('package-lock.json', lockOf());
  write('generated.cjs', '');
  write('README.md', '# Shop\n\n```sh\n# a comment\n```\n\n## Start\n');
  write('README.zh-CN.md', '# 商店\n\n## 开始\n');
  write('CHANGELOG.md', '# Changelog\n\n## [Unreleased]\n\n## [1.2.0] - 2026-11-24\n\n- Sells.\n');
  git('init', '-q');
  commit();
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

it('says of each check that it holds, and how to tag', () => {
  const { status, lines } = check();
  expect(lines).toEqual([...names.map((name) => `ok    ${name}`), '1.2.0 can be tagged: git tag v1.2.0']);
  expect(status).toBe(0);
});

it('says of each check what does not hold, all at once', () => {
  write('packages/part/package.json', { name: 'part', version: '1.1.0', dependencies: { absent: '1.0.0' } });
  const bad = { 'node_modules/greedy': { version: '1.0.0', license: 'AGPL-3.0' } };
  const fine = { 'node_modules/either': { version: '1.0.0', license: '(GPL-2.0 OR MIT)' } };
  write('package-lock.json', lockOf({ ...bad, ...fine, 'node_modules/tool': { license: 'GPL-3.0', dev: true } }));
  write('README.zh-CN.md', '# 商店\n');
  write('generated.cjs', "console.error('docs/jobs.md is old'); process.exit(1)");
  write('CHANGELOG.md', '# Changelog\n\n## [Unreleased]\n\n- Buys.\n\n## [1.1.0] - 2026-01-01\n');
  const { status, failed } = check();
  expect(status).toBe(1);
  expect(failed.map((line) => line.slice(6, line.indexOf(':')))).toEqual(names);
  expect(failed).toContain('FAIL  changelog: CHANGELOG.md has no section "## [1.2.0] - <date>"');
  expect(failed).toContain('FAIL  versions: packages/part is 1.1.0, the root 1.2.0');
  expect(failed).toContain('FAIL  licences: greedy has AGPL-3.0');
});

it('wants a date, and nothing left under Unreleased', () => {
  const text = readFileSync(join(root, 'CHANGELOG.md'), 'utf8');
  write('CHANGELOG.md', text.replace(' - 2026-11-24', ''));
  commit();
  expect(check().failed).toEqual(['FAIL  changelog: the section "## [1.2.0]" has no date']);
  write('CHANGELOG.md', text.replace('[Unreleased]\n', '[Unreleased]\n\n- Buys.\n'));
  commit();
  expect(check().failed).toEqual([
    'FAIL  changelog: what stands under [Unreleased] belongs into 1.2.0 or the next version',
  ]);
});
