import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { createDomains, unaskedDomains } from './create-domains.ts';
import { dnsServer, type TestDns } from './testing/dns-server.ts';

let dns: TestDns;
beforeEach(async () => {
  dns = await dnsServer();
});
afterEach(() => dns.stop());

const v6 = '1:2:3:4:5:6:7:8';

describe('a domain takes mail', () => {
  it.each([
    ['with a mail server', { 'MX example.com': ['mx.example.net'] }],
    ['with several, one of which is none', { 'MX example.com': ['', 'mx.example.net'] }],
    ['without one, at its own address', { 'A example.com': ['192.0.2.1'] }],
    ['at an address of the new kind alone', { 'AAAA example.com': [v6] }],
    ['although its server denies the name for mail', { 'MX example.com': 'nxdomain', 'A example.com': ['192.0.2.1'] }],
    ['as far as anybody knows, when DNS is in trouble', { 'MX example.com': 'servfail' }],
    ['as far as anybody knows, when its addresses are in trouble', { 'A example.com': 'servfail' }],
    ['as far as anybody knows, when DNS is silent', { 'MX example.com': 'silence' }],
  ] as const)('%s', async (_what, answers) => {
    Object.assign(dns.answers, answers);
    expect(await createDomains(dns.resolver).takesMail('example.com')).toBe(true);
  });
});

describe('a domain takes no mail', () => {
  it.each([
    ['when it says so', { 'MX example.com': [''], 'A example.com': ['192.0.2.1'] }],
    [
      'when it does not exist',
      { 'MX example.com': 'nxdomain', 'A example.com': 'nxdomain', 'AAAA example.com': 'nxdomain' },
    ],
    ['when it has neither mail server nor address', {}],
  ] as const)('%s', async (_what, answers) => {
    Object.assign(dns.answers, answers);
    expect(await createDomains(dns.resolver).takesMail('example.com')).toBe(false);
  });
});

describe('an answer', () => {
  const counted = () => dns.asked.filter((question) => question === 'MX example.com').length;

  it('is believed for five minutes', async () => {
    let now = 0;
    const domains = createDomains(dns.resolver, () => now);
    expect([await domains.takesMail('example.com'), await domains.takesMail('example.com')]).toEqual([false, false]);
    expect(counted()).toBe(1);
    dns.answers['MX example.com'] = ['mx.example.net'];
    now = 5 * 60_000;
    expect(await domains.takesMail('example.com')).toBe(true);
    expect(counted()).toBe(2);
  });

  it('is asked for once by many mails at the same moment', async () => {
    const domains = createDomains(dns.resolver);
    await Promise.all(Array.from({ length: 20 }, () => domains.takesMail('example.com')));
    expect(counted()).toBe(1);
  });

  it('is asked for again when it was trouble', async () => {
    const domains = createDomains(dns.resolver);
    dns.answers['MX example.com'] = 'servfail';
    await domains.takesMail('example.com');
    dns.answers['MX example.com'] = [''];
    expect(await domains.takesMail('example.com')).toBe(false);
  });
});

it('is not asked for where nobody wants to know', async () => {
  expect(await unaskedDomains().takesMail('nowhere.invalid')).toBe(true);
});
