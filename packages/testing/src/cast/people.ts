import type { Database } from '@jobwire/db';
import { randomToken, sha256, uuidv7 } from '@jobwire/runtime';
import { z } from 'zod';

/** Somebody who is signed in. */
export interface Person {
  userId: string;
  email: string;
  accessToken: string;
  /** As `Cookie` carries it. */
  cookie: string;
}

const verified = z.object({ accessToken: z.string(), user: z.object({ id: z.string() }) });

/**
 * Sign somebody in, as the link of a mail would: their row and the link's are written here, everything else is the API's.
 * An address that is known already is signed in again.
 */
export async function signIn(api: string, db: Database, email: string): Promise<Person> {
  const token = randomToken();
  await db.query(
    `WITH person AS (
       INSERT INTO users (id, email_original, email_key) VALUES ($1, $2, $2)
       ON CONFLICT (email_key) DO UPDATE SET status = 'active' RETURNING id
     )
     INSERT INTO verification_tokens (token_hash, user_id, purpose, email_key, expires_at)
     SELECT $3, id, 'sign-in', $2, now() + interval '1 hour' FROM person`,
    [uuidv7(), email, sha256(token)],
  );
  const response = await fetch(`${api}/verify`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  });
  const { accessToken, user } = verified.parse(await response.json());
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  return { userId: user.id, email, accessToken, cookie };
}
