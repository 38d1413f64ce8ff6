import type { JobDefinition } from '@jobwire/queue/job';

import type { Caller } from '../auth/caller.ts';

/**
 * True when the caller may start jobs of this definition over `POST /jobs`: its `access` says for whom it is made, and a
 * key has to name it too. Viewers start nothing.
 */
export function mayStart(caller: Caller, { name, access }: Pick<JobDefinition, 'name' | 'access'>): boolean {
  const operator = caller.kind === 'admin' && caller.role === 'operator';
  switch (access) {
    case 'internal':
      return false;
    case 'key':
      return caller.kind === 'key' && keyNames(caller, name);
    case 'user':
      return operator || caller.kind === 'user';
    case 'admin':
      return operator;
  }
}

/** True when a key is for jobs of this name. */
export function keyNames({ jobs }: Extract<Caller, { kind: 'key' }>, name: string): boolean {
  return jobs.some((pattern) => fits(name, pattern));
}

/** `*` in a pattern stands for any characters. No regular expression: a pattern must not become one. */
function fits(name: string, pattern: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  if (rest.length === 0) return name === pattern;
  const last = rest.pop() ?? '';
  if (!name.startsWith(first) || !name.endsWith(last) || name.length < first.length + last.length) return false;
  let at = first.length;
  const end = name.length - last.length;
  for (const part of rest) {
    const found = name.indexOf(part, at);
    if (found === -1 || found + part.length > end) return false;
    at = found + part.length;
  }
  return true;
}
