import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { type IdentityServer, identityServer } from '../auth/testing/identity-server.ts';
import { keyCommand } from './key-command.ts';

let server: IdentityServer;

beforeAll(async () => {
  server = await identityServer();
});
afterAll(() => server.stop());
beforeEach(async () => {
  await server.db.query('TRUNCATE api_keys, audit_log');
});

const run = (...parameters: string[]) => keyCommand(server.db, parameters);
const create = (...more: string[]) => run('create', '--name', 'shop', '--jobs', 'email.*', ...more);
const keyIn = (text: string): string => /^jw_[\w-]{43}$/m.exec(text)?.[0] ?? '';
const idIn = (text: string): string => /[\da-f]{8}-[\da-f-]{27}/.exec(text)?.[0] ?? '';

describe('npm run api-key', () => {
  it('makes a key that the API takes, and shows it once', async () => {
    const { text, failed } = await create();
    expect(failed).toBe(false);
    expect(await server.gatekeeper.callerOfToken(keyIn(text))).toEqual({
      kind: 'key',
      keyId: idIn(text),
      jobs: ['email.*'],
    });
    const listed = await run('list');
    expect(listed.text).toContain(idIn(text));
    expect(listed.text).not.toContain('jw_');
    expect(listed.text).toMatch(/good {2}jobs email\.\* {2}last used \d{4}-\d\d-\d\d {2}shop$/);
    expect(await server.db.query('SELECT actor_kind, action, subject, data FROM audit_log')).toEqual([
      { actor_kind: 'system', action: 'key.created', subject: idIn(text), data: { jobs: ['email.*'] } },
    ]);
  });

  it('revokes a key at once, and once', async () => {
    const { text } = await create();
    const revoked = await run('revoke', idIn(text));
    expect(revoked.failed).toBe(false);
    await expect(server.gatekeeper.callerOfToken(keyIn(text))).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect((await run('list')).text).toContain('revoked ');
    expect((await run('revoke', idIn(text))).failed).toBe(true);
    expect(await server.count(`audit_log WHERE action = 'key.revoked'`)).toBe(1);
  });

  it('makes a key that ends by itself', async () => {
    const { text } = await create('--days', '2');
    const key = keyIn(text);
    await expect(server.gatekeeper.callerOfToken(key)).resolves.toMatchObject({ kind: 'key' });
    server.clock.advance(2 * 24 * 3_600_000 + 1_000);
    await expect(server.gatekeeper.callerOfToken(key)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    server.clock.advance(-2 * 24 * 3_600_000 - 1_000);
    expect((await run('list')).text).toContain('good until ');
  });

  it.each([
    ['nothing', []],
    ['another command', ['rotate']],
    ['no name', ['create', '--jobs', 'email.*']],
    ['no jobs', ['create', '--name', 'shop']],
    ['a job that does not exist', ['create', '--name', 'shop', '--jobs', 'emial.*']],
    ['a job that is not made for keys', ['create', '--name', 'shop', '--jobs', 'email.welcome']],
    ['one of two that does not exist', ['create', '--name', 'shop', '--jobs', 'email.*,x']],
    ['an end in the past', ['create', '--name', 'shop', '--jobs', '*', '--days', '0']],
    ['an unknown option', ['create', '--name', 'shop', '--jobs', '*', '--admin']],
    ['no id', ['revoke']],
    ['an id that is none', ['revoke', 'shop']],
  ])('explains itself when it is told %s', async (_what, parameters) => {
    const { text, failed } = await run(...parameters);
    expect(failed).toBe(true);
    expect(text).toContain('npm run api-key -- create');
    expect(await server.count('api_keys')).toBe(0);
  });

  it('says that there are no keys', async () => {
    expect(await run('list')).toEqual({ text: 'There are no keys.', failed: false });
  });
});
