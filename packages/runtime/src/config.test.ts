import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { ConfigError } from './config-error.ts';
import { loadConfig } from './load-config.ts';

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
      INBOX_URL: 'http://localhost:8025',
    });
    expect(config).toMatchObject({ ANONYMOUS_UPLOADS: false, LOG_FORMAT: 'json', PUBLIC_URL: 'https://jobs.example' });
    expect(config.INBOX_URL).toBeUndefined();
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

  it('takes a folder or a bucket as the storage, and says what is wrong with others', () => {
    expect(loadConfig({ STORAGE_URL: 's3://photos/live?region=eu-central-1' }).STORAGE_URL).toContain('photos');
    const problem = (url: string): string | undefined => problemsOf({ STORAGE_URL: url })[0];
    expect(problem('/var/files')).toBe('STORAGE_URL: must start with file: or s3://');
    expect(problem('s3://')).toContain('STORAGE_URL: ');
    expect(problem('s3://Ab')).toContain('must name a bucket');
    expect(problem('s3://key:secret@photos')).toContain('must not contain keys');
    expect(problem('s3://photos/a//b')).toContain('the prefix');
    expect(problem('s3://photos?endpoint=minio:9000')).toContain('endpoint must be an address like');
    expect(problem('s3://photos?pathStyle=yes')).toContain('pathStyle must be on or off');
    expect(problem('s3://photos?acl=public')).toBe(
      'STORAGE_URL: knows the options region, endpoint and pathStyle only',
    );
    expect(problemsOf({ S3_ACCESS_KEY_ID: 'name' })).toEqual([
      'S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY: set both or neither',
    ]);
  });

  it('reads a rate of mails as the time between two, and off as none', () => {
    expect(loadConfig({})).toMatchObject({ MAIL_RATE: null, MAIL_DOMAIN_RATE: null, MAIL_DNS_CHECK: false });
    expect(loadConfig({ MAIL_RATE: '10/s', MAIL_DOMAIN_RATE: '90/m' })).toMatchObject({
      MAIL_RATE: 100,
      MAIL_DOMAIN_RATE: 60_000 / 90,
    });
    expect(problemsOf({ MAIL_RATE: '10' })).toEqual([
      'MAIL_RATE: must be off, or a number and a time like 10/s, 100/m or 1000/h',
    ]);
  });

  it('reads rates, and says how a bad one is written', () => {
    expect(loadConfig({}).RATE_ACCOUNTS_PER_IP).toEqual({ count: 20, windowMs: 60_000 });
    expect(loadConfig({ RATE_UPLOADS_PER_IP: '5/s' }).RATE_UPLOADS_PER_IP).toEqual({ count: 5, windowMs: 1_000 });
    expect(loadConfig({ RATE_REQUESTS_PER_IP: '9/h' }).RATE_REQUESTS_PER_IP).toEqual({ count: 9, windowMs: 3_600_000 });
    for (const bad of ['20', '0/m', '-1/m', '20/d', '1.5/s', '20 / m', 'off', '1e3/m', '1000000/m']) {
      expect(problemsOf({ RATE_REQUESTS_PER_CALLER: bad })).toEqual([
        'RATE_REQUESTS_PER_CALLER: must be a number and a time like 10/s, 100/m or 1000/h',
      ]);
    }
  });

  it('reads trusted proxies, with a line for each bad one', () => {
    expect(loadConfig({}).TRUSTED_PROXIES).toEqual([]);
    const good = ['loopback', 'uniquelocal', 'linklocal', '10.1.2.3', '10.0.0.0/8', 'fd00::/8', '2001:db8::1'];
    expect(loadConfig({ TRUSTED_PROXIES: good.join(', ') }).TRUSTED_PROXIES).toEqual(good);
    const bad = [
      'nginx',
      '10.0.0.0/33',
      '0.0.0.0/0',
      '::/129',
      '10.0.0/8',
      'fe80::1%eth0',
      '10.0.0.0/8/8',
      'true',
      '1',
    ];
    expect(problemsOf({ TRUSTED_PROXIES: bad.join(',') }).map((problem) => problem.split(' must')[0])).toEqual(
      bad.map((entry) => `TRUSTED_PROXIES: "${entry}"`),
    );
  });
});
