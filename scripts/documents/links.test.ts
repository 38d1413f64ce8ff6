import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

const pages = ['README.md', 'README.zh-CN.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md'].concat(
  readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
);

describe.each(pages)('%s', (page) => {
  const text = readFileSync(page, 'utf8');

  it('links to files that exist', () => {
    const targets = [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, target = '']) =>
      join(dirname(page), target),
    );
    expect(targets.filter((target) => !existsSync(target))).toEqual([]);
  });

  it('names files of the repository that exist', () => {
    // A page about adding a job names the files that the reader will make.
    const made = new Set([...text.matchAll(/^```\w+ (\S+)$/gm)].map(([, path]) => path));
    const named = [...text.matchAll(/`((?:apps|packages|scripts)\/[\w./-]+)`/g)].map(([, path = '']) => path);
    expect(named.filter((path) => !existsSync(path) && !made.has(path))).toEqual([]);
  });
});
