import { Resolver } from 'node:dns/promises';

import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { testDns, type TestDns } from './test-dns.ts';

let dns: TestDns;
let resolver: Resolver;
beforeAll(async () => {
  dns = await testDns({
    'mail.example': { mx: ['mx1.mail.example', 'mx2.mail.example'], a: ['192.0.2.1'] },
    'new.example': { aaaa: ['2001:db8:0:0:0:0:0:1'], broken: ['a'] },
    'silent.example': { silent: true },
    'null.example': { mx: [''] },
    'broken.example': { broken: true },
  });
  resolver = new Resolver({ timeout: 500, tries: 1 });
  resolver.setServers([dns.address]);
});
afterAll(() => dns.stop());

it('answers what it knows', async () => {
  expect((await resolver.resolveMx('mail.example')).map(({ exchange }) => exchange)).toEqual([
    'mx1.mail.example',
    'mx2.mail.example',
  ]);
  expect(await resolver.resolve4('mail.example')).toEqual(['192.0.2.1']);
  expect(await resolver.resolve6('new.example')).toEqual(['2001:db8::1']);
  expect(await resolver.resolveMx('null.example')).toEqual([{ exchange: '', priority: 10 }]);
});

it('says that there is nothing, that there is no such name, and that it does not know', async () => {
  await expect(resolver.resolve6('mail.example')).rejects.toMatchObject({ code: 'ENODATA' });
  await expect(resolver.resolveMx('nowhere.example')).rejects.toMatchObject({ code: 'ENOTFOUND' });
  await expect(resolver.resolveMx('broken.example')).rejects.toMatchObject({ code: 'ESERVFAIL' });
  await expect(resolver.resolve4('new.example')).rejects.toMatchObject({ code: 'ESERVFAIL' });
  await expect(resolver.resolve4('silent.example')).rejects.toMatchObject({ code: 'ETIMEOUT' });
  expect(dns.asked).toContain('nowhere.example');
});
