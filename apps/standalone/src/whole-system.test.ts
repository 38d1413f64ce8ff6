import { execFile } from 'node:child_process';
import { statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { createStage, type Scene, type Stage } from '../fixtures/scene.ts';
import { root } from './programs.ts';

let stage: Stage;
beforeEach(() => {
  stage = createStage();
});
afterEach(() => stage.clear());

/** The address in a line of the banner. */
async function addressOf(scene: Scene, label: string): Promise<string> {
  const [address = ''] = /http:\S+/.exec(await scene.said(new RegExp(`^ +${label} +http`))) ?? [];
  return address;
}

describe('npm start', () => {
  test('starts the real system, and every address that it prints answers', async () => {
    const scene = stage.start({ script: 'scripts/start.mjs', npm: true });
    await scene.said(/Ctrl-C stops everything/);

    const labels = ['Console', 'API docs', 'Health', 'Inbox', 'Admin'];
    const answers = await Promise.all(labels.map(async (label) => (await fetch(await addressOf(scene, label))).status));

    expect(answers).toEqual([200, 200, 200, 200, 200]);
    scene.press('SIGINT');
    await scene.ended;
    await scene.nothingLeft();
    expect(scene.lines.join('\n')).toContain('database system is shut down');
  });

  test('is the one whose admin links `npm run admin-link` prints', async () => {
    const scene = stage.start({ script: 'scripts/start.mjs' });
    await scene.said(/Ctrl-C stops everything/);

    const env = { ...process.env, DATA_DIR: scene.dataDir, DATABASE_URL: '', PUBLIC_URL: '' };
    const { stdout } = await promisify(execFile)(process.execPath, [join(root, 'scripts/admin-link.mjs')], { env });

    const first = await addressOf(scene, 'Admin');
    expect(new URL(stdout).origin).toBe(new URL(first).origin);
    expect(stdout.trim()).not.toBe(first);
    expect((await fetch(stdout.trim())).status).toBe(200);
  });

  test('leaves nothing of the real system behind when it is killed', async () => {
    const scene = stage.start({ script: 'scripts/start.mjs' });
    await scene.said(/Ctrl-C stops everything/);

    process.kill(scene.standalonePid(), 'SIGKILL');

    await scene.nothingLeft();
    const again = stage.start({ script: 'scripts/start.mjs', dataDir: scene.dataDir });
    expect(await again.said(/Jobwire is ready|already|busy/)).toContain('ready');
  });
});

test('npm run dev runs the sources, starts them anew on a change, and leaves nothing behind', async () => {
  const scene = stage.start({ script: 'scripts/dev.mjs', npm: true });
  await scene.said(/Ctrl-C stops everything/);
  const source = join(root, 'apps/api/src/main.ts');
  const { atime, mtime } = statSync(source);

  // Touched, not changed.
  utimesSync(source, atime, mtime);

  await scene.said(/a source has changed; starting api again/);
  await scene.said(/api +│ .*process.stopped/);
  await scene.said(/api +│ .*process.ready/, 2);
  scene.press('SIGINT');
  await scene.ended;
  await scene.nothingLeft();
  expect(scene.lines.join('\n')).toContain('database system is shut down');
});
