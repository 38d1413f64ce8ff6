import { existsSync, readdirSync, readFileSync } from 'node:fs';

import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';

const dependencies = z.record(z.string(), z.string()).default({});
const manifest = z.object({ dependencies, devDependencies: dependencies, optionalDependencies: dependencies });

const manifests = ['apps', 'packages']
  .flatMap((top) => readdirSync(top).map((name) => `${top}/${name}/package.json`))
  .filter((path) => existsSync(path))
  .concat('package.json')
  .map((path) => manifest.parse(JSON.parse(readFileSync(path, 'utf8'))));

describe('docs/dependencies.md', () => {
  it('says why each direct dependency is here, and lists no other', () => {
    const declared = manifests
      .flatMap(({ dependencies: running, devDependencies, optionalDependencies }) =>
        Object.keys({ ...running, ...devDependencies, ...optionalDependencies }),
      )
      .filter((name) => !name.startsWith('@jobwire/'));
    const listed = [...readFileSync('docs/dependencies.md', 'utf8').matchAll(/^\| `([^`]+)` \| .{4,} \|$/gm)].map(
      ([, name]) => name,
    );
    expect(new Set(listed)).toEqual(new Set(declared));
  });

  it('is about versions that do not move by themselves', () => {
    const moving = manifests
      .flatMap(({ dependencies: running, optionalDependencies }) =>
        Object.entries({ ...running, ...optionalDependencies }),
      )
      .filter(([name, version]) => !name.startsWith('@jobwire/') && !/^\d/.test(version));
    expect(moving).toEqual([]);
  });
});
