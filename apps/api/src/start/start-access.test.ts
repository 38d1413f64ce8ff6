import { describe, expect, it } from '@jest/globals';

import type { Caller } from '../auth/caller.ts';
import { mayStart } from './start-access.ts';

const key = (...jobs: string[]): Caller => ({ kind: 'key', keyId: 'k', jobs });
const callers: Record<string, Caller> = {
  key: key('*'),
  user: { kind: 'user', userId: 'u', sessionId: 's' },
  viewer: { kind: 'admin', role: 'viewer', userId: 'v', sessionId: 's' },
  operator: { kind: 'admin', role: 'operator', userId: null, sessionId: 's' },
  nobody: { kind: 'anonymous' },
};

describe('who may start a job', () => {
  it.each([
    ['internal', []],
    ['key', ['key']],
    ['user', ['user', 'operator']],
    ['admin', ['operator']],
  ] as const)('that is for %s', (access, expected) => {
    const allowed = Object.entries(callers).filter(([, caller]) => mayStart(caller, { name: 'email.send', access }));
    expect(allowed.map(([name]) => name)).toEqual(expected);
  });

  it.each([
    ['email.send', true],
    ['email.*', true],
    ['*.send', true],
    ['e*a*l.s*d', true],
    ['*', true],
    ['**', true],
    ['', false],
    ['email', false],
    ['email.', false],
    ['email.send*extra', false],
    ['Email.Send', false],
    ['email.se*nd', true],
    ['email.sen*end', false],
    ['email.s*end.*', false],
    ['*x*', false],
    ['email?send', false],
    ['email.[a-z]+', false],
    ['.*', false],
  ])('a key with the pattern "%s" may start email.send: %s', (pattern, expected) => {
    expect(mayStart(key(pattern), { name: 'email.send', access: 'key' })).toBe(expected);
  });

  it('asks every pattern of a key, and a key without patterns may start nothing', () => {
    expect(mayStart(key('image.*', 'email.*'), { name: 'email.send', access: 'key' })).toBe(true);
    expect(mayStart(key(), { name: 'email.send', access: 'key' })).toBe(false);
  });
});
