import { expect, it } from '@jest/globals';

import { createSessionCookie } from './session-cookie.ts';

it('is bound to the host and to TLS where there is TLS', () => {
  const cookie = createSessionCookie('https://jobwire.example');
  expect(cookie.write('secret', 1_000)).toBe(
    '__Host-jobwire=secret; Path=/; Max-Age=1; HttpOnly; SameSite=Strict; Secure',
  );
  expect(cookie.read('a=1; __Host-jobwire=secret; b=2')).toBe('secret');
});

it('does not take the cookie of plain HTTP where there is TLS, because anybody on the way could have set it', () => {
  expect(createSessionCookie('https://jobwire.example').read('jobwire=forged')).toBeUndefined();
});

it('is found among others and missed when it is not there', () => {
  const cookie = createSessionCookie('http://localhost:3000');
  expect(cookie.read('x=y;jobwire=secret')).toBe('secret');
  expect(cookie.read('notjobwire=secret')).toBeUndefined();
  expect(cookie.read('jobwire=')).toBeUndefined();
  expect(cookie.read(undefined)).toBeUndefined();
});
