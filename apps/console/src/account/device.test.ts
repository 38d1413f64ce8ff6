import { expect, it } from '@jest/globals';

import { deviceOf } from './device.ts';

const mozilla = 'Mozilla/5.0';

it.each([
  [
    `${mozilla} (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36`,
    'Chrome, Linux',
  ],
  [
    `${mozilla} (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36 Edg/140.0`,
    'Edge, Windows',
  ],
  [
    `${mozilla} (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Safari/604.1`,
    'Safari, iOS',
  ],
  [`${mozilla} (Macintosh; Intel Mac OS X 14.5; rv:140.0) Gecko/20100101 Firefox/140.0`, 'Firefox, macOS'],
  [`${mozilla} (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36`, 'Chrome, Android'],
  ['curl/8.14.1', 'curl/8.14.1'],
  ['', undefined],
  [null, undefined],
])('a device that says %j is called %j', (userAgent, expected) => {
  expect(deviceOf(userAgent)).toBe(expected);
});
