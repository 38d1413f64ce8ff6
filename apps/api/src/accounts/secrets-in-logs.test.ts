import { Writable } from 'node:stream';

import { expect, it } from '@jest/globals';
import { makeAdminLink } from '@jobwire/db';
import { createLog } from '@jobwire/runtime';

import { keyCommand } from '../api-keys/key-command.ts';
import { identityServer } from '../auth/testing/identity-server.ts';

it('nothing that lets somebody in is ever written to the log, nor who it is about', async () => {
  const lines: string[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString());
      done();
    },
  });
  const subscriber = createLog({ level: 'debug', format: 'json', process: 'test', stream });
  const server = await identityServer({ subscriber });
  try {
    const origin = 'http://jobwire.test';
    const ada = await server.signUp('canary@example.com');
    await server.post('/sign-in', { email: 'canary@example.com' });
    const linkToken = await server.tokenFor('canary@example.com');
    await fetch(`${server.url}/verify?token=${linkToken}`);
    await server.postForm('/verify', { token: linkToken });
    const link = await makeAdminLink(server.db, origin, server.clock);
    await fetch(link.replace(origin, server.url));
    const key = (await keyCommand(server.db, ['create', '--name', 'shop', '--jobs', '*'])).text.split('\n')[0] ?? '';
    await server.ask('GET', '/me', key);
    await server.ask('GET', `/${key}/${linkToken}`, ada.accessToken);
    await server.ask('POST', '/refresh', undefined, { cookie: ada.cookie, origin });
    // An error deep inside, with a message that PostgreSQL or a library may have put a value into.
    server.cancelFails(new Error(`${ada.cookie} ${ada.accessToken} ${key} ${linkToken} canary@example.com`));
    await server.ask('DELETE', '/me', ada.accessToken);

    const log = lines.join('');
    expect(log).toContain('"path":"/verify"');
    const [, cookie = ''] = ada.cookie.split('=');
    const adminToken = new URL(link).searchParams.get('token') ?? '';
    for (const secret of [...cookie.split('.'), ada.accessToken, linkToken, adminToken, key, 'canary']) {
      expect(secret).not.toBe('');
      expect(log).not.toContain(secret);
    }
  } finally {
    await server.stop();
  }
});
