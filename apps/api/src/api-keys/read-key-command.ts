import { parseArgs } from 'node:util';

import { catalog } from '@jobwire/jobs';
import { asError } from '@jobwire/runtime';
import { z } from 'zod';

import { mayStart } from '../start/start-access.ts';

/** A key as it is asked for. */
export interface WantedKey {
  name: string;
  /** Names of jobs; `*` stands for any characters. */
  jobs: string[];
  /** Undefined: good until it is revoked. */
  lifetimeMs: number | undefined;
}

/** What somebody wants done. */
export type KeyCommand =
  | { kind: 'create'; key: WantedKey }
  | { kind: 'list' }
  | { kind: 'revoke'; id: string }
  | { kind: 'wrong'; problem: string };

/** What is printed when the command cannot be understood. */
export const keyUsage = `npm run api-key -- create --name <program> --jobs <names, e.g. 'email.*'> [--days <1-3650>]
npm run api-key -- list
npm run api-key -- revoke <id>`;

const dayMs = 24 * 60 * 60 * 1_000;
const options = { name: { type: 'string' }, jobs: { type: 'string' }, days: { type: 'string' } } as const;
const create = z.object({
  name: z.string().trim().min(1, 'Say with --name which program the key is for').max(100),
  jobs: z
    .string('Say with --jobs what the key may start')
    .transform((text) => text.split(',').map((pattern) => pattern.trim()))
    .refine((jobs) => jobs.every(namesAJob), 'Each of --jobs must name a job that keys may start'),
  days: z.coerce.number('--days must be a number').int().min(1).max(3_650).optional(),
});

/** Read what follows `npm run api-key --`. */
export function readKeyCommand(parameters: readonly string[]): KeyCommand {
  try {
    const { positionals, values } = parseArgs({ args: [...parameters], options, allowPositionals: true });
    const [command, id] = positionals;
    if (command === 'list') return { kind: 'list' };
    if (command === 'create') return readCreate(values);
    if (command !== 'revoke') return { kind: 'wrong', problem: 'Say what to do.' };
    return z.uuid().safeParse(id).success && id
      ? { kind: 'revoke', id }
      : { kind: 'wrong', problem: 'Say which key: `list` shows their ids.' };
  } catch (error) {
    return { kind: 'wrong', problem: asError(error).message };
  }
}

function readCreate(values: unknown): KeyCommand {
  const parsed = create.safeParse(values);
  if (!parsed.success) return { kind: 'wrong', problem: parsed.error.issues.map(({ message }) => message).join('\n') };
  const { name, jobs, days } = parsed.data;
  return { kind: 'create', key: { name, jobs, lifetimeMs: days === undefined ? undefined : days * dayMs } };
}

/** True when a pattern fits a job that is made for keys: a typing error would otherwise be found in production. */
function namesAJob(pattern: string): boolean {
  const caller = { kind: 'key', keyId: '', jobs: [pattern] } as const;
  return Object.values(catalog).some((definition) => mayStart(caller, definition));
}
