// `npm run release:check`: what must hold before a version is tagged. One line per check; fails when one does not hold.
// Usage: node scripts/release-check.mjs [root]. Built-ins only.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { headingLevels } from './release/headings.mjs';
import { licenceProblems } from './release/licences.mjs';

const root = process.argv[2] ?? process.cwd();
const textOf = (path) => readFileSync(join(root, path), 'utf8');
const jsonOf = (path) => JSON.parse(textOf(path));
const { version } = jsonOf('package.json');

/** Every check by its name: what is wrong, one sentence each; nothing when it holds. */
const checks = {
  'clean tree': cleanTree,
  changelog: changelog,
  versions: versions,
  'lock file': () => command('npm', ['ci', '--dry-run', '--ignore-scripts'], 'package-lock.json is not in step'),
  licences: () => licenceProblems(jsonOf('package-lock.json').packages),
  'both READMEs': bothReadmes,
  'generated pages': () => command('npm', ['run', 'check:generated'], 'run npm run generate'),
};

for (const [name, check] of Object.entries(checks)) {
  const problems = problemsOf(check);
  console.log(
    `${problems.length === 0 ? 'ok  ' : 'FAIL'}  ${name}${problems.length > 0 ? `: ${problems.join('; ')}` : ''}`,
  );
  if (problems.length > 0) process.exitCode = 1;
}
console.log(process.exitCode ? `${version} cannot be released yet` : `${version} can be tagged: git tag v${version}`);

function problemsOf(check) {
  try {
    return check();
  } catch (error) {
    return [error.message];
  }
}

function cleanTree() {
  const { status, stdout, stderr } = spawnSync('git', ['status', '--porcelain'], { cwd: root, encoding: 'utf8' });
  if (status !== 0) return [stderr.trim()];
  const changed = stdout.split('\n').filter(Boolean);
  return changed.length > 0 ? [`${changed.length} files are not committed, e.g. ${changed[0].slice(3)}`] : [];
}

function changelog() {
  const text = textOf('CHANGELOG.md');
  const heading = text.split('\n').find((line) => line.startsWith(`## [${version}]`));
  if (!heading) return [`CHANGELOG.md has no section "## [${version}] - <date>"`];
  if (!/^## \[[^\]]+\] - \d{4}-\d{2}-\d{2}$/.test(heading)) return [`the section "${heading}" has no date`];
  const [, unreleased = ''] = /^## \[Unreleased\]\n([\s\S]*?)(?=^## |$(?![\s\S]))/m.exec(text) ?? [];
  return /^- /m.test(unreleased) ? [`what stands under [Unreleased] belongs into ${version} or the next version`] : [];
}

function versions() {
  return Object.entries(jsonOf('package-lock.json').packages)
    .filter(([path]) => path !== '' && !path.includes('node_modules'))
    .map(([path]) => [path, jsonOf(join(path, 'package.json')).version])
    .filter(([, own]) => own !== version)
    .map(([path, own]) => `${path} is ${own}, the root ${version}`);
}

function bothReadmes() {
  const [english, chinese] = ['README.md', 'README.zh-CN.md'].map((path) => headingLevels(textOf(path)));
  return english.join() === chinese.join() ? [] : ['README.md and README.zh-CN.md have different sections'];
}

/** Run a command and say in our words, and with its last line, that it failed. */
function command(name, args, meaning) {
  const { status, stdout, stderr } = spawnSync(name, args, { cwd: root, encoding: 'utf8' });
  if (status === 0) return [];
  const said = `${stdout}\n${stderr}`.split('\n');
  const line = said.find((text) => text.trim() && !/^npm error (A complete log|\s*$)/.test(text));
  return [`${meaning} (${(line ?? 'no output').trim()})`];
}
