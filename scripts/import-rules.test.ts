import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';

const repository = resolve(process.cwd());
const cruiser = join(repository, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

const report = z.object({
  modules: z.array(z.object({ source: z.string(), dependencies: z.array(z.object({ resolved: z.string() })) })),
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
  }),
});

type Violations = z.infer<typeof report>['summary']['violations'];

/** One planted violation per rule: the offending file, what it imports, and files that it needs. */
const planted: Record<string, { file: string; imports: string; also?: Record<string, string> }> = {
  'layer-runtime': { file: 'packages/runtime/src/bad.ts', imports: '@jobwire/db' },
  'layer-db': { file: 'packages/db/src/bad.ts', imports: '@jobwire/queue' },
  'layer-queue': { file: 'packages/queue/src/bad.ts', imports: '@jobwire/jobs' },
  'layer-jobs': { file: 'packages/jobs/src/bad.ts', imports: '@jobwire/storage' },
  'layer-protocol': { file: 'packages/protocol/src/bad.ts', imports: '@jobwire/runtime' },
  'layer-realtime': { file: 'packages/realtime/src/bad.ts', imports: '@jobwire/db' },
  'layer-client': { file: 'packages/client/src/bad.ts', imports: '@jobwire/runtime' },
  'layer-storage': { file: 'packages/storage/src/bad.ts', imports: '@jobwire/db' },
  'layer-embedded': { file: 'packages/embedded/src/bad.ts', imports: '@jobwire/queue' },
  'packages-not-to-apps': { file: 'packages/bench/src/bad.ts', imports: '../../../apps/api/src/index.ts' },
  'apps-not-to-apps': { file: 'apps/worker/src/bad.ts', imports: '../../api/src/index.ts' },
  'console-knows-the-client-only': { file: 'apps/console/src/bad.ts', imports: '@jobwire/protocol' },
  'api-runs-no-handlers': { file: 'apps/api/src/bad.ts', imports: '@jobwire/jobs/handlers' },
  'definitions-load-no-engine': {
    file: 'packages/jobs/src/report-csv/job.ts',
    imports: '@jobwire/queue',
    also: { 'packages/queue/src/index.ts': "import 'bullmq';" },
  },
  'bullmq-only-in-queue': { file: 'apps/worker/src/engine.ts', imports: 'bullmq' },
  'express-only-in-api': { file: 'apps/worker/src/http.ts', imports: 'express' },
  'ws-only-in-api-and-clients': { file: 'packages/realtime/src/door.ts', imports: 'ws' },
  'sharp-and-nodemailer-only-in-worker': { file: 'apps/api/src/image.ts', imports: 'sharp' },
  'handlebars-only-in-letters': { file: 'apps/worker/src/words.ts', imports: 'handlebars' },
  's3-client-only-in-storage': { file: 'apps/api/src/bucket.ts', imports: '@aws-sdk/client-s3' },
  's3-client-is-loaded-when-needed': { file: 'packages/storage/src/eager.ts', imports: '@aws-sdk/client-s3' },
  'contracts-load-no-templates': {
    file: 'packages/jobs/src/email-send/job.ts',
    imports: '../letters/index.ts',
    also: {
      'packages/jobs/src/letters/index.ts': "import './write-letter.ts';",
      'packages/jobs/src/letters/write-letter.ts': '',
    },
  },
  'no-tests-in-source': {
    file: 'packages/db/src/with-test.ts',
    imports: './some.test.ts',
    also: { 'packages/db/src/some.test.ts': '' },
  },
  'no-test-tools-in-source': { file: 'apps/api/src/tested.ts', imports: '@jobwire/testing' },
  'no-circular': {
    file: 'packages/db/src/hen.ts',
    imports: './egg.ts',
    also: { 'packages/db/src/egg.ts': "import './hen.ts';" },
  },
  'no-unresolvable': { file: 'packages/db/src/lost.ts', imports: './nowhere.ts' },
  'no-undeclared': { file: 'packages/db/src/undeclared.ts', imports: 'winston' },
  'no-dev-dependency-in-source': { file: 'packages/db/src/developed.ts', imports: 'devtool' },
  'no-drawer-folders': {
    file: 'packages/db/src/tidy.ts',
    imports: './utils/strings.ts',
    also: { 'packages/db/src/utils/strings.ts': '' },
  },
};

const packages = [
  'runtime',
  'db',
  'queue',
  'jobs',
  'protocol',
  'realtime',
  'client',
  'storage',
  'embedded',
  'testing',
  'bench',
];
const libraries = ['bullmq', 'ioredis', 'express', 'ws', 'sharp', 'nodemailer', 'handlebars', '@aws-sdk/client-s3'];

let folder: string;
let before: Violations;
let violations: Violations;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'import-rules-'));
  await writeWorkspace();
  before = (await cruise(folder)).summary.violations;
  for (const { file, imports, also = {} } of Object.values(planted)) {
    await write(file, `import '${imports}';`);
    for (const [path, text] of Object.entries(also)) await write(path, text);
  }
  violations = (await cruise(folder)).summary.violations;
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the import rules', () => {
  it('find nothing in a tree that keeps them', () => {
    expect(before).toEqual([]);
  });

  it.each(Object.entries(planted))('%s is broken by its planted import', (rule, { file }) => {
    // A circle is reported once, from either end.
    const found = violations.filter(({ from, to }) => from === file || (rule === 'no-circular' && to === file));
    expect(found.map((violation) => violation.rule.name)).toContain(rule);
  });

  it('have a planted violation each', async () => {
    const rules = z
      .object({ default: z.object({ forbidden: z.array(z.object({ name: z.string() })) }) })
      .parse(await import(join(repository, '.dependency-cruiser.cjs'))).default.forbidden;
    expect(rules.map(({ name }) => name).toSorted()).toEqual(Object.keys(planted).toSorted());
  });

  it('see the engine in the real tree, so that they are not blind to it', async () => {
    const { modules } = await cruise(repository);
    const edges = modules.filter(({ source }) => source.startsWith('packages/queue/src/'));
    const resolved = edges.flatMap(({ dependencies }) => dependencies.map((dependency) => dependency.resolved));
    expect(resolved.filter((path) => path.startsWith('node_modules/bullmq/dist/'))).not.toEqual([]);
  });
});

/** A tree with the shape of this repository, where every library is an empty stand-in below `node_modules`. */
async function writeWorkspace(): Promise<void> {
  const dependencies = Object.fromEntries(libraries.map((name) => [name, '1.0.0']));
  const manifest = (name: string) => ({
    name,
    type: 'module',
    dependencies,
    devDependencies: { devtool: '1.0.0' },
    exports: { '.': './src/index.ts', './handlers': './src/handlers.ts' },
  });
  await writeJson('package.json', { name: 'planted', private: true });
  await mkdir(join(folder, 'node_modules/@jobwire'), { recursive: true });
  for (const name of packages) {
    await writeJson(`packages/${name}/package.json`, manifest(`@jobwire/${name}`));
    await write(`packages/${name}/src/index.ts`, '');
    await symlink(join('../../packages', name), join(folder, 'node_modules/@jobwire', name));
  }
  await write('packages/jobs/src/handlers.ts', '');
  for (const name of ['api', 'worker']) {
    await writeJson(`apps/${name}/package.json`, manifest(`@jobwire/${name}`));
    await write(`apps/${name}/src/index.ts`, '');
  }
  for (const name of [...libraries, 'winston', 'devtool']) {
    // The built files lie in `dist`, as bullmq's do: an exclusion that is too wide would hide them.
    await writeJson(`node_modules/${name}/package.json`, { name, exports: { '.': './dist/index.js' } });
    await write(`node_modules/${name}/dist/index.js`, '');
  }
}

async function writeJson(path: string, content: unknown): Promise<void> {
  await write(path, JSON.stringify(content));
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}

async function cruise(cwd: string): Promise<z.infer<typeof report>> {
  const rules = join(repository, '.dependency-cruiser.cjs');
  const run = promisify(execFile)(
    process.execPath,
    [cruiser, '--config', rules, '--output-type', 'json', 'apps', 'packages'],
    { cwd, maxBuffer: 64 * 1024 * 1024 },
  );
  // A broken rule is exit code 1..n with the report on stdout all the same.
  const { stdout } = await run.catch((error: unknown) => z.object({ stdout: z.string() }).parse(error));
  return report.parse(JSON.parse(stdout));
}
