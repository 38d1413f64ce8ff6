import { ConfigError } from '@jobwire/runtime';

import type { Sender } from './smtp-slot.ts';

/**
 * Read MAIL_FROM: `Name <address>` or an address.
 *
 * @throws ConfigError when it is neither
 */
export function readSender(from: string): Sender {
  const named = /^\s*"?([^"<>]*?)"?\s*<([^\s@<>]+@[^\s@<>]+)>\s*$/.exec(from);
  if (named) return { name: named[1] ?? '', address: named[2] ?? '' };
  if (/^\s*[^\s@<>]+@[^\s@<>]+\s*$/.test(from)) return { name: '', address: from.trim() };
  throw new ConfigError([`MAIL_FROM: must look like "Name <name@example.com>"`]);
}
