import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pngImage, type TestFolder, testFolder } from '@jobwire/testing';

import { type MailStage, startMailStage } from '../../packages/testing/src/system/mail-stage.ts';
import { codeBlocks } from './code-blocks.ts';

/** Kilobytes (1,000 bytes) that the client may have in a page, gzipped. */
const mostKilobytes = 25;

const examples = new Map(
  codeBlocks(readFileSync('packages/client/README.md', 'utf8')).map(({ path, text }) => [path, text]),
);
const packed = ['client', 'protocol'] as const;
let folder: TestFolder;
let stage: MailStage;

beforeAll(async () => {
  [folder, stage] = await Promise.all([
    testFolder('client-readme'),
    startMailStage({ env: { ADMIN_EMAILS: 'operator@example.com' } }),
  ]);
  for (const name of packed) install(name);
  for (const name of ['eventsource-parser', 'ws', 'zod']) {
    symlinkSync(resolve('node_modules', name), join(folder.path, 'node_modules', name));
  }
  for (const [name, text] of examples) writeFileSync(join(folder.path, name), text);
  writeFileSync(join(folder.path, 'photo.png'), pngImage(300, 200));
});
afterAll(async () => {
  await stage?.stop();
  await folder?.stop();
});

/** Pack a package as it would be published, and put it where the examples find it. */
function install(name: string): void {
  const to = join(folder.path, 'node_modules/@jobwire', name);
  mkdirSync(to, { recursive: true });
  const options = { cwd: resolve('packages', name), encoding: 'utf8' } as const;
  const tarball = execFileSync('npm', ['pack', '--silent', '--pack-destination', folder.path], options).trim();
  execFileSync('tar', ['-xzf', join(folder.path, tarball), '-C', to, '--strip-components=1']);
}

/** Run an example to its end; resolves with what it printed. */
async function runExample(name: string, token?: string): Promise<string> {
  expect([...examples.keys()]).toContain(name);
  const env = { PATH: process.env['PATH'], JOBWIRE_URL: stage.system.api.url, JOBWIRE_TOKEN: token };
  const example = spawn(process.execPath, [name], { cwd: folder.path, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  let complaints = '';
  example.stdout.on('data', (text: Buffer) => (printed += text.toString()));
  example.stderr.on('data', (text: Buffer) => (complaints += text.toString()));
  const code = await new Promise((ended) => example.on('close', ended));
  expect({ name, code, complaints }).toEqual({ name, code: 0, complaints: '' });
  return printed;
}

/** Be signed in as the owner of an address. */
async function tokenOf(email: string): Promise<string> {
  const token = await stage.tokenOf(await stage.register(email));
  const { body } = await stage.ask({ path: '/verify', json: { token } });
  return (body as { accessToken: string }).accessToken;
}

describe('the packages of the client', () => {
  it.each(packed)('%s has what was built, a page about it and its licence', (name) => {
    const root = join(folder.path, 'node_modules/@jobwire', name);
    expect(readdirSync(root).toSorted()).toEqual(['LICENSE', 'README.md', 'dist', 'package.json']);
    const files = readdirSync(join(root, 'dist'), { recursive: true, encoding: 'utf8' });
    expect(files.filter((file) => /\.test\.|\.map$|tsbuildinfo/.test(file))).toEqual([]);
  });

  it('are small in a page, and reach nothing of Node there', async () => {
    const { code, inputs } = await bundle();
    expect(inputs.filter((path) => path.startsWith('node:'))).toEqual([]);
    expect(code).not.toMatch(/from\s*["']node:|require\(/);
    // A page's policy may forbid code that is made of text, and reports whoever tries.
    expect(code).not.toMatch(/\bFunction\b|\beval\(/);
    expect(gzipSync(code).length / 1_000).toBeLessThan(mostKilobytes);
  });
});

describe('the page about the client', () => {
  const tried = new Set<string>();
  const run = (name: string, token?: string): Promise<string> => {
    tried.add(name);
    return runExample(name, token);
  };
  afterAll(() => expect([...tried].toSorted()).toEqual([...examples.keys()].toSorted()));

  it('registers and watches', async () => {
    expect(await run('register.mjs')).toMatch(/^1 job\.queued\n2 job\.started\n[\s\S]*job\.succeeded\n$/);
    expect(await run('listeners.mjs')).toMatch(/over\n/);
  });

  it('uploads with progress', async () => {
    const printed = await run('upload.mjs', await tokenOf('u@example.com'));
    expect(printed).toMatch(/sent 100 %\n[\s\S]*thumb 256 171\n/);
  });

  it('starts and steers', async () => {
    const printed = await run('start.mjs', await tokenOf('s@example.com'));
    expect(printed).toBe('rows: 0\nJOB_FAILED The job was cancelled\n');
  });

  it('knows who calls', async () => {
    const printed = await run('account.mjs', await tokenOf('a@example.com'));
    expect(printed).toMatch(/^a@example\.com user\nwaiting or running: \d+\n.*欢迎.*\nUNAUTHENTICATED\n$/);
  });

  it('is in a room', async () => {
    expect(await run('room.mjs', await tokenOf('r@example.com'))).toMatch(
      /^here: \d+\nuser says Hello\nsaid so far: 1\n$/,
    );
  });

  it('has notifications', async () => {
    const operator = await tokenOf('operator@example.com');
    const token = await tokenOf('n@example.com');
    const { status } = await stage.ask({
      path: '/notifications',
      json: { email: 'n@example.com', title: 'Your export is ready', sendEmail: false },
      headers: { authorization: `Bearer ${operator}` },
    });
    expect(status).toBe(201);
    expect(await run('notifications.mjs', token)).toBe('initial 1 Your export is ready\nread 0 Your export is ready\n');
  });

  it('shows its connection', async () => {
    const printed = await run('connection.mjs', await tokenOf('c@example.com'));
    expect(printed).toMatch(/^connecting\nout \d+\nin \d+\nlive\n[\s\S]*idle\n$/);
  });

  it('does without sockets', async () => {
    expect(await run('sse.mjs')).toMatch(/^live by sse\n1 job\.queued\n[\s\S]*job\.succeeded\n$/);
  });

  it('runs in a page', async () => {
    tried.add('page.mjs');
    const { code } = await bundle('page.mjs');
    writeFileSync(join(folder.path, 'page.js'), code);
    // What the page finds in a browser.
    const browser = `
      import { WebSocket } from 'ws';
      globalThis.WebSocket = WebSocket;
      globalThis.JOBWIRE_URL = process.env.JOBWIRE_URL;
      globalThis.document = { body: { append: (text) => process.stdout.write(text) } };
      await import('./page.js');`;
    examples.set('browser.mjs', browser);
    writeFileSync(join(folder.path, 'browser.mjs'), browser);
    expect(await run('browser.mjs')).toMatch(/^1 job\.queued [\s\S]*job\.succeeded over$/);
  });
});

/** Bundle for a page, as the page about the client says. */
async function bundle(entry = 'node_modules/@jobwire/client/dist/index.js') {
  // A bundler that checks what it is given by `instanceof` does not run in a realm of Jest.
  const script = `
    const { build } = require(${JSON.stringify(createRequire(import.meta.url).resolve('esbuild'))});
    build({ entryPoints: [${JSON.stringify(entry)}], bundle: true, format: 'esm', minify: true, write: false, metafile: true })
      .then(({ outputFiles: [{ text: code }], metafile }) =>
        process.stdout.write(JSON.stringify({ code, inputs: Object.keys(metafile.inputs) })));`;
  const options = { cwd: folder.path, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 } as const;
  return JSON.parse(execFileSync(process.execPath, ['-e', script], options)) as { code: string; inputs: string[] };
}
