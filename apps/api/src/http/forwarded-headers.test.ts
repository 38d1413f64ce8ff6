import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { type IdentityServer, identityServer } from '../auth/testing/identity-server.ts';

/** Everything by which a proxy, or somebody who plays one, may name another site. */
const elsewhere = {
  'x-forwarded-host': 'evil.example',
  'x-forwarded-proto': 'evil',
  'x-forwarded-port': '6666',
  'x-forwarded-server': 'evil.example',
  'x-forwarded-prefix': '/evil',
  'x-host': 'evil.example',
  'x-original-host': 'evil.example',
  forwarded: 'for=6.6.6.6;host=evil.example;proto=evil',
};

describe.each(['', 'loopback'])('a request that names another site, with TRUSTED_PROXIES=%j', (proxies) => {
  let server: IdentityServer;
  beforeAll(async () => {
    server = await identityServer({ env: { TRUSTED_PROXIES: proxies } });
  });
  afterAll(() => server.stop());

  /** Everything that an answer says. */
  const said = async (response: Response): Promise<string> =>
    [response.status, ...[...response.headers].flat(), await response.text()].join('\n');

  it('changes nothing that is answered and nothing that is recorded: links are made from PUBLIC_URL', async () => {
    const answers = [
      await server.post('/register', { email: 'ada@example.com' }, elsewhere),
      await server.post('/sign-in', { email: 'ada@example.com' }, elsewhere),
      await server.post('/verify', { token: await server.tokenFor('ada@example.com') }, elsewhere),
      await server.ask('GET', '/verify?token=x', undefined, elsewhere),
      await server.ask('GET', '/admin/queues', undefined, elsewhere),
      await server.ask('GET', '/nothing', undefined, elsewhere),
    ];
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 200, 400, 401, 404]);
    for (const answer of answers) expect(await said(answer)).not.toMatch(/evil|6666|6\.6\.6\.6/);
    for (const table of [
      'users',
      'sessions',
      'email_messages',
      'jobs',
      'job_events',
      'verification_tokens',
      'audit_log',
    ]) {
      const rows = await server.db.query(`SELECT * FROM ${table}`);
      expect([table, JSON.stringify(rows)]).not.toEqual([table, expect.stringMatching(/evil|6666|6\.6\.6\.6/)]);
    }
  });

  it('is not taken for one of this site', async () => {
    const headers = { ...elsewhere, origin: 'http://evil.example' };
    const refused = await server.postForm('/verify', { token: 'x'.repeat(43) }, headers);
    expect(refused.status).toBe(403);
  });
});
