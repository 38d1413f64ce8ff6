/**
 * A certificate for `localhost` and 127.0.0.1 that nobody has signed but itself, and its key; it is good until 2126. It
 * protects nothing: it is here so that tests need no program that makes one.
 */
export const selfSigned: Readonly<{ key: string; cert: string }> = {
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgv9nPrlvEaOsApnGG
W6VF+vHTq+TzWEfzRSQcRX/4036hRANCAAR9WdZH6cHcMwcJvqIOcFESGDChN3UP
bRfSh0jolkD1bGer74JrlUb+cnanZ0n7DH33+DOHp62qTXTh6ZG4gExT
-----END PRIVATE KEY-----`,
  cert: `-----BEGIN CERTIFICATE-----
MIIBmjCCAUGgAwIBAgIUYozUhrLrQLK5rsNuElWi1Ko+qSUwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMzEwMjUwMVoYDzIxMjYxMDMw
MTAyNTAxWjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAAR9WdZH6cHcMwcJvqIOcFESGDChN3UPbRfSh0jolkD1bGer74JrlUb+
cnanZ0n7DH33+DOHp62qTXTh6ZG4gExTo28wbTAdBgNVHQ4EFgQUEgRvm1ES/csm
fPuMGQzVP6ZF21IwHwYDVR0jBBgwFoAUEgRvm1ES/csmfPuMGQzVP6ZF21IwDwYD
VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI
zj0EAwIDRwAwRAIgTgiTK2jRpWojN2oF0s7VoQwEgL1K0XKwdV2rKkZqdcwCIHcY
fg+Eb94pgOIeqrZ/tc7ptthu1oJV9CK1G4o69UJz
-----END CERTIFICATE-----`,
};
