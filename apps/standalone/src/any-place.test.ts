import { execFile } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { createStage, type Stage } from '../fixtures/scene.ts';
import { root } from './programs.ts';

const nobody = 65_534;

let stage: Stage;
beforeEach(() => {
  stage = createStage();
});
afterEach(() => stage.clear());

/** A clone in a folder of its own, whose files are links where the file system allows it. */
async function cloneInto(folder: string): Promise<string> {
  const clone = join(folder, 'jobwire');
  mkdirSync(clone);
  const parts = ['package.json', 'tsconfig.base.json', 'node_modules', 'packages', 'apps'].map((name) =>
    join(root, name),
  );
  const copy = (how: string): Promise<unknown> => promisify(execFile)('cp', [how, '-f', ...parts, clone]);
  await copy('-al').catch(() => copy('-a'));
  return `${clone}/`;
}

const isRoot = process.getuid?.() === 0;

describe('npm start works', () => {
  // Only root's PostgreSQL runs as somebody else, who may not enter root's folders.
  test(`for ${isRoot ? 'root' : 'its owner'}, with the clone in a folder that nobody else may enter`, async () => {
    const folder = stage.folder();
    chmodSync(folder, 0o700);
    const clone = await cloneInto(folder);
    const scene = stage.start({ clone, dataDir: join(clone, '.data'), npm: true });

    await scene.said(/Jobwire is ready/);

    scene.press('SIGINT');
    await scene.ended;
    await scene.nothingLeft();
    expect(scene.lines.join('\n')).toContain('database system is shut down');
  });

  test('for an ordinary user, with a data folder of its own', async () => {
    const folder = stage.folder();
    chmodSync(folder, 0o755);
    const clone = await cloneInto(folder);
    if (isRoot) chownSync(clone, nobody, nobody);
    const prefix = isRoot ? ['setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups', '--'] : [];
    const scene = stage.start({ clone, dataDir: join(clone, '.data'), prefix, env: { HOME: clone } });

    await scene.said(/Jobwire is ready/);

    scene.press('SIGINT');
    expect((await scene.ended).code).toBe(0);
    await scene.nothingLeft();
    expect(scene.lines.join('\n')).toContain('database system is shut down');
  });
});
