import type { Database } from '@jobwire/db';
import { uuidv7 } from '@jobwire/runtime';

/** A user of a test, and the token that the test's processes know them by. */
export interface TestPerson {
  id: string;
  token: string;
}

/** Put a user into the record, whose address is theirs. */
export async function newPerson(db: Database, name: string): Promise<TestPerson> {
  const id = uuidv7();
  const email = `${id}@people.example`;
  await db.query(
    'INSERT INTO users (id, email_original, email_key, name, verified_at) VALUES ($1, $2, $2, $3, now())',
    [id, email, name],
  );
  return { id, token: `user-${id}` };
}
