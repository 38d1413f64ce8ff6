import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { ConfigError, loadConfig } from './config.ts';

const problemsOf = (env: NodeJS.ProcessEnv): readonly string[] => {
  try {
    loadConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
};

describe('the configuration', () => {
  it('needs nothing in development', () => {
    const config = loadConfig({});
    expect(config).toMatchObject({ PORT: 3000, ANONYMOUS_UPLOADS: true, LOG_FORMAT: 'pretty', WORKER_JOBS: ['all'] });
    expect(config.PUBLIC_URL).toBe('http://localhost:3000');
    expect(config.STORAGE_URL).toBe('file:.data/blobs');
  });

  it('takes an empty value for unset', () => {
    expect(loadConfig({ PORT: '', REDIS_URL: '' })).toMatchObject({ PORT: 3000, REDIS_URL: undefined });
  });

  it('names every variable that breaks its rule, one line each', () => {
    const problems = problemsOf({ PORT: 'abc', SMTP_URL: 'http://mail', SECRET_KEY: 'short', RATE_LIMITS: 'maybe' });
    expect(problems.map((problem) => problem.split(':')[0])).toEqual(['PORT', 'SMTP_URL', 'SECRET_KEY', 'RATE_LIMITS']);
    expect(problems.find((problem) => problem.startsWith('SMTP_URL'))).toContain('smtp://');
  });

  it('refuses to run in production on what was generated for development', () => {
    const problems = problemsOf({ NODE_ENV: 'production', RATE_LIMITS: 'off' });
    expect(problems.map((problem) => problem.split(':')[0])).toEqual([
      'SECRET_KEY',
      'PUBLIC_URL',
      'DATABASE_URL',
      'RATE_LIMITS',
    ]);
  });

  it('closes in production what is open in development', () => {
    const config = loadConfig({
      NODE_ENV: 'production',
      SECRET_KEY: 'x'.repeat(32),
      PUBLIC_URL: 'https://jobs.example/',
      DATABASE_URL: 'postgres://db/jobwire',
    });
    expect(config).toMatchObject({ ANONYMOUS_UPLOADS: false, LOG_FORMAT: 'json', PUBLIC_URL: 'https://jobs.example' });
  });

  it('reads secrets from files, and says which file it cannot read', () => {
    const folder = mkdtempSync(join(tmpdir(), 'config-'));
    const file = join(folder, 'key');
    writeFileSync(file, `${'k'.repeat(40)}\n`);
    expect(loadConfig({ SECRET_KEY_FILE: file }).SECRET_KEY).toBe('k'.repeat(40));
    expect(problemsOf({ SECRET_KEY_FILE: join(folder, 'none') })).toEqual(['SECRET_KEY_FILE: cannot be read (ENOENT)']);
    expect(problemsOf({ SECRET_KEY_FILE: file, SECRET_KEY: 'x'.repeat(32) })[0]).toContain('not both');
    rmSync(folder, { recursive: true });
  });
});
