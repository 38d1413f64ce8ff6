import { expect, it } from '@jest/globals';

import { createSessionCookie } from './session-cookie.ts';
import { newSessionSecret } from './session-secret.ts';

const secret = newSessionSecret();
const value = `${secret.family}.${secret.token}`;

it('is bound to the host and to TLS where there is TLS', () => {
  const cookie = createSessionCookie('https://jobwire.example');
  expect(cookie.write(secret, 1_000)).toBe(
    `__Host-jobwire=${value}; Path=/; Max-Age=1; HttpOnly; SameSite=Strict; Secure`,
  );
  expect(cookie.read(`a=1; __Host-jobwire=${value}; b=2`)).toEqual(secret);
});

it('does not take the cookie of plain HTTP where there is TLS, because anybody on the way could have set it', () => {
  expect(createSessionCookie('https://jobwire.example').read(`jobwire=${value}`)).toBeUndefined();
});

it('is found among others and missed when it is not there', () => {
  const cookie = createSessionCookie('http://localhost:3000');
  expect(cookie.read(`x=y;jobwire=${value}`)).toEqual(secret);
  expect(cookie.read(`notjobwire=${value}`)).toBeUndefined();
  expect(cookie.read('jobwire=')).toBeUndefined();
  expect(cookie.read(undefined)).toBeUndefined();
});

it.each(['secret', secret.family, `${value}.${secret.token}`, `${secret.family}.`, `.${secret.token}`])(
  'is not read when it cannot be one of ours: %s',
  (text) => {
    expect(createSessionCookie('http://localhost:3000').read(`jobwire=${text}`)).toBeUndefined();
  },
);
