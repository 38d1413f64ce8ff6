import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { createStage, type Scene, type Stage } from '../fixtures/scene.ts';

let stage: Stage;
beforeEach(() => {
  stage = createStage();
});
afterEach(() => stage.clear());

/** A new system on the same data starts and stops: nothing of the old one is in its way. */
async function expectToStartAgain({ dataDir }: Scene): Promise<void> {
  const again = stage.start({ dataDir });
  await again.said(/Jobwire is ready/);
  again.press('SIGTERM');
  expect(await again.ended).toEqual({ code: 0, signal: null });
  await again.nothingLeft();
}

function expectOrderlyStop({ lines, dataDir }: Scene): void {
  const text = lines.join('\n');
  // Both used the database after they were told to stop, and only then was it told.
  expect(text.match(/the database answered/g)).toHaveLength(2);
  expect(text.lastIndexOf('the database answered')).toBeLessThan(text.indexOf('received fast shutdown request'));
  expect(text).toContain('database system is shut down');
  expect(text).not.toContain('heard Ctrl-C');
  expect(existsSync(join(dataDir, 'lock'))).toBe(false);
  expect(existsSync(join(dataDir, 'running.json'))).toBe(false);
  expect(existsSync(join(dataDir, 'pg', 'postmaster.pid'))).toBe(false);
}

describe('npm start leaves nothing behind', () => {
  test('after Ctrl-C: api and worker finish, PostgreSQL stops last', async () => {
    const scene = stage.start({ npm: true });
    await scene.said(/Jobwire is ready/);

    scene.press('SIGINT');

    await scene.ended;
    await scene.nothingLeft();
    expectOrderlyStop(scene);
    await expectToStartAgain(scene);
  });

  test('after a second Ctrl-C: api and worker are killed, PostgreSQL still stops properly', async () => {
    const scene = stage.start({ npm: true, env: { STUBBORN: 'SIGTERM' } });
    await scene.said(/Jobwire is ready/);

    scene.press('SIGINT');
    await scene.said(/api.*stopping because of SIGTERM/);
    await scene.said(/worker.*stopping because of SIGTERM/);
    // The children would never end by themselves. Pressed until it counts, as people do.
    const atOnce = scene.said(/stopping at once/);
    let heard = false;
    void atOnce.then(() => (heard = true));
    while (!heard) {
      scene.press('SIGINT');
      await sleep(50);
    }

    await scene.ended;
    await scene.nothingLeft();
    await scene.said(/received fast shutdown request/);
    await scene.said(/database system is shut down/);
    await expectToStartAgain(scene);
  });

  test('after SIGTERM to npm alone', async () => {
    const scene = stage.start({ npm: true });
    await scene.said(/Jobwire is ready/);

    process.kill(scene.pid, 'SIGTERM');

    await scene.ended;
    await scene.nothingLeft();
    expectOrderlyStop(scene);
    await expectToStartAgain(scene);
  });

  test('after SIGKILL to npm alone', async () => {
    const scene = stage.start({ npm: true });
    await scene.said(/Jobwire is ready/);

    process.kill(scene.pid, 'SIGKILL');

    await scene.nothingLeft();
    await scene.ended;
    expectOrderlyStop(scene);
    await expectToStartAgain(scene);
  });

  test('after SIGKILL to standalone: the children notice, PostgreSQL is told by the system', async () => {
    const scene = stage.start({ npm: true });
    await scene.said(/Jobwire is ready/);

    process.kill(scene.standalonePid(), 'SIGKILL');

    await scene.ended;
    await scene.nothingLeft();
    await expectToStartAgain(scene);
  });

  test('after SIGKILL to standalone, when the next start comes before its children have ended', async () => {
    const mayEnd = join(stage.folder(), 'may-end');
    const scene = stage.start({ env: { LINGER: mayEnd } });
    await scene.said(/Jobwire is ready/);

    process.kill(scene.standalonePid(), 'SIGKILL');
    const next = stage.start({ dataDir: scene.dataDir });

    await next.said(/waiting for the previous run to end/);
    writeFileSync(mayEnd, '');
    await next.said(/Jobwire is ready/);
    next.press('SIGTERM');
    expect((await next.ended).code).toBe(0);
    await next.nothingLeft();
    await scene.nothingLeft();
  });

  test('after the terminal was closed', async () => {
    const scene = stage.start({ npm: true });
    await scene.said(/Jobwire is ready/);

    scene.press('SIGHUP');

    await scene.nothingLeft();
    await scene.ended;
    expectOrderlyStop(scene);
  });

  test('after a Ctrl-C in the middle of the start', async () => {
    const scene = stage.start({ npm: true });
    await scene.said(/postgres.started/);

    scene.press('SIGINT');

    await scene.ended;
    await scene.nothingLeft();
    await scene.said(/database system is shut down/);
    expect(scene.lines.join('\n')).not.toContain('Jobwire is ready');
    await expectToStartAgain(scene);
  });

  test('after the deadline, when a child does not stop', async () => {
    const scene = stage.start({ env: { STUBBORN: 'SIGTERM', STOP_DEADLINE_MS: '300' } });
    await scene.said(/Jobwire is ready/);

    scene.press('SIGTERM');

    expect(await scene.ended).toEqual({ code: 0, signal: null });
    await scene.said(/api did not stop within 0.3 s and is killed/);
    await scene.nothingLeft();
  });
});
