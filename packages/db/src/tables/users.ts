import type { Tx } from '../database.ts';

/** A user as they see themselves. */
export interface UserRow {
  id: string;
  email_original: string;
  /** The address as accounts are compared. */
  email_key: string;
  name: string | null;
  locale: string;
  /** NULL until a link was used. */
  verified_at: Date | null;
  created_at: Date;
  last_sign_in_at: Date | null;
  sign_in_count: number;
}

/** What a statement has to return for a `UserRow`; the table is named `users`. */
export const userColumns = `users.id, users.email_original, users.email_key, users.name, users.locale, users.verified_at,
  users.created_at, users.last_sign_in_at, users.sign_in_count`;

/** Read a user who is not disabled. */
export async function findUser(tx: Tx, id: string): Promise<UserRow | undefined> {
  const [user] = await tx.query<UserRow>(
    `SELECT ${userColumns} FROM users WHERE users.id = $1 AND users.status <> 'disabled'`,
    [id],
    'find-user',
  );
  return user;
}

/** How a user is named from outside: by id, or by address as accounts are compared. */
export type UserName = { id: string } | { emailKey: string };

/**
 * Find a user who is not disabled, and keep them from being deleted for the rest of the transaction.
 *
 * @returns the id
 */
export async function holdUser(tx: Tx, name: UserName): Promise<string | undefined> {
  const [condition, value] = 'id' in name ? ['id = $1', name.id] : ['email_key = $1', name.emailKey];
  const [user] = await tx.query<{ id: string }>(
    `SELECT id FROM users WHERE ${condition} AND status <> 'disabled' FOR KEY SHARE`,
    [value],
  );
  return user?.id;
}
