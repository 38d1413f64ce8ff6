import type { UserRow } from '@jobwire/db';
import type { AdminRole } from '@jobwire/runtime';
import { z } from 'zod';

import type { Caller } from '../auth/caller.ts';

/** What somebody may do: everybody is at least a user. */
export type UserRole = 'user' | AdminRole;

/** A user as they see themselves. */
export const userViewSchema = z
  .object({
    id: z.uuid(),
    email: z.string().meta({ description: 'As it was typed', examples: ['ada@example.com'] }),
    name: z.string().nullable(),
    locale: z.string(),
    role: z.enum(['user', 'viewer', 'operator']),
    verifiedAt: z.iso.datetime().nullable(),
    createdAt: z.iso.datetime(),
    lastSignInAt: z.iso.datetime().nullable(),
    signInCount: z.int(),
  })
  .meta({ id: 'User', description: 'An account as its owner sees it' });

/** A user as they see themselves. */
export type UserView = z.output<typeof userViewSchema>;

/** Show a user to themselves. */
export function userView(user: UserRow, role: UserRole): UserView {
  return {
    id: user.id,
    email: user.email_original,
    name: user.name,
    locale: user.locale,
    role,
    verifiedAt: user.verified_at?.toISOString() ?? null,
    createdAt: user.created_at.toISOString(),
    lastSignInAt: user.last_sign_in_at?.toISOString() ?? null,
    signInCount: user.sign_in_count,
  };
}

/** The role that a caller has now. */
export function userRoleOf(caller: Caller): UserRole {
  return caller.kind === 'admin' ? caller.role : 'user';
}
