import { randomToken } from '@jobwire/runtime';

/** Tells people, logs and scanners for secrets what it is. */
const prefix = 'jw_';

/** Make a key: 256 random bits in base64url behind `jw_`. */
export function newApiKeyText(): string {
  return `${prefix}${randomToken()}`;
}

/** True when a token looks like a key of ours. No JWT does: they begin with `ey`. */
export function isApiKey(token: string): boolean {
  return /^jw_[\w-]{43}$/.test(token);
}
