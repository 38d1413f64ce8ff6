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
