import type { UserRow } from '@jobwire/db';
import type { AdminRole } from '@jobwire/runtime';

import type { Caller } from '../auth/caller.ts';

/** What somebody may do: everybody is at least a user. */
export type UserRole = 'user' | AdminRole;

/** A user as they see themselves. Times are ISO 8601. */
export interface UserView {
  id: string;
  email: string;
  name: string | null;
  locale: string;
  role: UserRole;
  verifiedAt: string | null;
  createdAt: string;
  lastSignInAt: string | null;
  signInCount: number;
}

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
