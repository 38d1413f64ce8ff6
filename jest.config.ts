/** @jest-config-loader esbuild-register */
import { availableParallelism } from 'node:os';

import type { Config } from 'jest';

const config: Config = {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['@jobwire/source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts'],
  // One PostgreSQL for the whole run; see packages/testing.
  globalSetup: '<rootDir>/packages/testing/src/jest-setup.mjs',
  globalTeardown: '<rootDir>/packages/testing/src/jest-teardown.mjs',
  testMatch: ['<rootDir>/{apps,packages}/*/src/**/*.test.ts', '<rootDir>/scripts/**/*.test.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  modulePathIgnorePatterns: ['<rootDir>/(apps|packages)/[^/]+/dist/', '<rootDir>/.data/'],
  // The tests wait for servers more than they compute: half as many again as there are cores keeps those busy.
  maxWorkers: Math.ceil(availableParallelism() * 1.5),
  // A worker keeps a little of every file that it has run; a new one begins before that is too much.
  workerIdleMemoryLimit: '1GB',
  // Real servers start and stop inside the tests, and the machine may be slow: a limit only ends what hangs.
  testTimeout: 600_000,
};

export default config;
