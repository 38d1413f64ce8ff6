// Which part may import which (docs: the layers in README.md). scripts/import-rules.test.ts plants one violation per
// rule, because a pattern that matches nothing passes silently.

/** Match an installed package wherever npm puts it. */
const npm = (...names) => `(^|/)node_modules/(@types/)?(${names.join('|')})(/|$)`;
/** Tests, what several of them share (`testing/` beside them), and the programs that they start (`fixtures/`). */
const test = '([.]test[.]ts$|^(apps|packages)/[^/]+/(fixtures|src/.*testing)/)';

/** A workspace package and the only packages of this repository that it may import. */
const layer = (name, allowed, why) => ({
  name: `layer-${name}`,
  comment: why,
  severity: 'error',
  from: { path: `^packages/${name}/`, pathNot: test },
  to: { path: '^(packages|apps)/', pathNot: `^packages/(${[name, ...allowed].join('|')})/` },
});

/** A library that only some places may import. */
const only = (rule, libraries, places, why) => ({
  name: rule,
  comment: why,
  severity: 'error',
  from: { path: '^(apps|packages)/', pathNot: `^(${places.join('|')})/` },
  to: { path: npm(...libraries) },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    layer('runtime', [], 'Everything stands on runtime; it stands on nothing.'),
    layer('db', ['runtime'], 'The record knows neither engine nor jobs.'),
    layer('queue', ['runtime', 'db'], 'The engine knows definitions by their type, never a particular job.'),
    layer('jobs', ['runtime', 'db', 'queue'], 'Jobs reach the outside through ports.'),
    layer('protocol', [], 'What travels on the wire is known to both ends and knows neither.'),
    layer('realtime', ['runtime', 'protocol'], 'The hub knows contracts only.'),
    layer('client', ['protocol'], 'The client runs in browsers and is published: contracts only.'),
    layer('storage', ['runtime'], 'Storage keeps bytes; it does not know what they are.'),
    layer('embedded', ['runtime'], 'Embedded servers are stand-ins for outside servers.'),
    {
      name: 'packages-not-to-apps',
      comment: 'An app is the end of the line.',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: '^apps/' },
    },
    {
      name: 'apps-not-to-apps',
      comment: 'Processes share packages and the record, not code of each other.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'console-knows-the-client-only',
      comment: 'The page uses what every page can use: the published client and the public API.',
      severity: 'error',
      from: { path: '^apps/console/', pathNot: test },
      to: { path: '^packages/', pathNot: '^packages/client/' },
    },
    {
      name: 'api-runs-no-handlers',
      comment: 'The API accepts work; only workers load the logic.',
      severity: 'error',
      from: { path: '^apps/api/', pathNot: test },
      to: { path: '^packages/jobs/src/(handlers[.]ts|[^/]+/handler[.]ts)$' },
    },
    {
      name: 'definitions-load-no-engine',
      comment: 'A job definition is loaded by the API, documents and browsers: bullmq would cost 140 ms and 67 MB.',
      severity: 'error',
      from: {
        path: '^packages/(queue/src/job/|jobs/src/(index|catalog|handlers)[.]ts|jobs/src/[^/]+/(job|handler)[.]ts)',
      },
      to: { path: npm('bullmq', 'ioredis'), reachable: true },
    },
    only(
      'bullmq-only-in-queue',
      ['bullmq', 'ioredis'],
      ['packages/queue', 'packages/testing', 'packages/bench'],
      'One package knows the engine.',
    ),
    only(
      'express-only-in-api',
      ['express'],
      ['apps/api', 'packages/bench'],
      'HTTP has one home; a benchmark needs the bare part.',
    ),
    only(
      'ws-only-in-api-and-clients',
      ['ws'],
      ['apps/api', 'packages/client', 'packages/testing', 'packages/bench'],
      'The socket server has one home; clients may use the library as a client.',
    ),
    {
      name: 'sharp-and-nodemailer-only-in-worker',
      comment: 'Heavy libraries stay behind ports, so that the API image does not contain them.',
      severity: 'error',
      // The tests of a package may send a real mail; what they need is no part of an app.
      from: {
        path: '^(apps|packages)/',
        pathNot: ['^(apps/worker|packages/testing|packages/bench)/', '^packages/.+[.]test[.]ts$'],
      },
      to: { path: npm('sharp', 'nodemailer') },
    },
    only(
      'handlebars-only-in-letters',
      ['handlebars'],
      ['packages/jobs/src/letters'],
      'One folder puts mails into words.',
    ),
    only(
      's3-client-only-in-storage',
      ['@aws-sdk', '@smithy'],
      ['packages/storage'],
      'One package knows where files are kept.',
    ),
    {
      name: 's3-client-is-loaded-when-needed',
      comment: 'It takes 24 MB of a process: only set-ups that keep files in S3 pay for it.',
      severity: 'error',
      from: { path: '^packages/storage/', pathNot: test },
      to: { path: npm('@aws-sdk', '@smithy'), dynamic: false },
    },
    {
      name: 'contracts-load-no-templates',
      comment: 'A job definition is loaded by the API and by documents; the words of letters are for who writes them.',
      severity: 'error',
      from: {
        path: '^packages/jobs/src/(index|catalog|letters/letters|[^/]+/job)[.]ts$',
      },
      to: { path: '^packages/jobs/src/letters/(write-letter[.]ts|compiled/)', reachable: true },
    },
    {
      name: 'no-tests-in-source',
      comment: 'Tests import the source, never the other way round.',
      severity: 'error',
      from: { pathNot: test },
      to: { path: test },
    },
    {
      name: 'no-test-tools-in-source',
      comment: 'What only tests need must not be needed by a running process.',
      severity: 'error',
      from: { path: '^(apps|packages)/', pathNot: [test, '^packages/(testing|bench)/'] },
      to: { path: '^packages/testing/' },
    },
    {
      name: 'no-circular',
      comment: 'Two files that need each other are one file or three.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolvable',
      comment: 'A rule cannot judge an import that leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-undeclared',
      comment: 'A package declares what it imports in its own package.json.',
      severity: 'error',
      from: { path: '^(apps|packages)/', pathNot: test },
      // Workspace packages are "undetermined" here; the layers and knip judge those.
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-dev-dependency-in-source',
      comment: 'An installation without development dependencies must still run.',
      severity: 'error',
      from: { path: '^(apps|packages)/', pathNot: [test, '/vite[.]config[.]ts$'] },
      to: { dependencyTypes: ['npm-dev'] },
    },
    {
      name: 'no-drawer-folders',
      comment: 'A folder is named after what it is about.',
      severity: 'error',
      from: {},
      to: { path: '^(apps|packages)/.*/(utils?|common|helpers?|services?|types|misc)/' },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: '(^|/)node_modules/' },
    // Anchored: an unanchored "/dist/" would also hide node_modules/bullmq/dist, and every rule about it.
    // The parser does not read components; the linter judges what those import.
    exclude: { path: '^(apps|packages)/[^/]+/dist/|[.]tsx$' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['@jobwire/source', 'import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.mjs', '.cjs'],
    },
  },
};
