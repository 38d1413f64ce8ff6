import { isIP } from 'node:net';

import { z } from 'zod';

/** Ranges that have a name (proxy-addr, README, "Trusting addresses"). */
const names = new Set(['loopback', 'linklocal', 'uniquelocal']);

/** True for a name, an address, or an address with the length of its prefix. */
function isRange(text: string): boolean {
  if (names.has(text)) return true;
  const [address = '', prefix, ...more] = text.split('/');
  const bits = { 0: 0, 4: 32, 6: 128 }[isIP(address)] ?? 0;
  // A zone is good on one machine only. Prefix 0 would mean everybody: a trusted one could then take any address.
  if (bits === 0 || address.includes('%') || more.length > 0) return false;
  return prefix === undefined || (/^[1-9]\d{0,2}$/.test(prefix) && Number(prefix) <= bits);
}

/** The rule of TRUSTED_PROXIES and IP_ALLOWLIST. */
export const addressRanges = z.array(z.string()).superRefine((entries, context) => {
  for (const entry of entries) {
    if (isRange(entry)) continue;
    context.addIssue(`"${entry}" must be an address, a range like 10.0.0.0/8, loopback, linklocal or uniquelocal`);
  }
});
