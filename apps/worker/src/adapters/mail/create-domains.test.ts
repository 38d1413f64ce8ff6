import { Resolver } from 'node:dns/promises';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { testDns, type TestDns, type TestZone } from '@jobwire/testing';

import { createDomains, unaskedDomains } from './create-domains.ts';

let zones: Record<string, TestZone>;
let dns: TestDns;
let resolver: Resolver;
beforeEach(async () => {
  zones = {};
  dns = await testDns(zones);
  resolver = new Resolver({ timeout: 200, tries: 1 });
  resolver.setServers([dns.address]);
});
afterEach(() => dns.stop());

const takesMail = (zone?: TestZone): Promise<boolean> => {
  if (zone) zones['example.com'] = zone;
  return createDomains(resolver).takesMail('example.com');
};

describe('a domain takes mail', () => {
  it.each<[string, TestZone]>([
    ['with a mail server', { mx: ['mx.example.net'] }],
    ['with several, one of which is none', { mx: ['', 'mx.example.net'] }],
    ['without one, at its own address', { a: ['192.0.2.1'] }],
    ['at an address of the new kind alone', { aaaa: ['2001:db8:0:0:0:0:0:1'] }],
    ['as far as anybody knows, when DNS is in trouble', { broken: true }],
    ['as far as anybody knows, when it is in trouble about mail servers', { broken: ['mx'] }],
    ['as far as anybody knows, when it is in trouble about addresses', { broken: ['a'] }],
    ['as far as anybody knows, when DNS is silent', { silent: true }],
  ])('%s', async (_what, zone) => {
    expect(await takesMail(zone)).toBe(true);
  });
});

describe('a domain takes no mail', () => {
  it.each<[string, TestZone | undefined]>([
    ['when it says so', { mx: [''], a: ['192.0.2.1'] }],
    ['when it does not exist', undefined],
    ['when it has neither mail server nor address', {}],
  ])('%s', async (_what, zone) => {
    expect(await takesMail(zone)).toBe(false);
  });
});

describe('an answer', () => {
  /** A look is three questions: mail servers, and addresses of both kinds. */
  const looks = (): number => dns.asked.length / 3;

  it('is believed for five minutes', async () => {
    let now = 0;
    const domains = createDomains(resolver, () => now);
    expect([await domains.takesMail('example.com'), await domains.takesMail('example.com')]).toEqual([false, false]);
    expect(looks()).toBe(1);
    zones['example.com'] = { mx: ['mx.example.net'] };
    now = 5 * 60_000;
    expect(await domains.takesMail('example.com')).toBe(true);
    expect(looks()).toBe(2);
  });

  it('is asked for once by many mails at the same moment', async () => {
    const domains = createDomains(resolver);
    await Promise.all(Array.from({ length: 20 }, () => domains.takesMail('example.com')));
    expect(looks()).toBe(1);
  });

  it('is asked for again when it was trouble', async () => {
    const domains = createDomains(resolver);
    zones['example.com'] = { broken: true };
    await domains.takesMail('example.com');
    zones['example.com'] = { mx: [''] };
    expect(await domains.takesMail('example.com')).toBe(false);
  });
});

it('is not asked for where nobody wants to know', async () => {
  expect(await unaskedDomains().takesMail('nowhere.invalid')).toBe(true);
});
