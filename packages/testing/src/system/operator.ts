import type { Database } from '@jobwire/db';
import { type LinkPurpose, verificationToken } from '@jobwire/jobs';
import { createKeyRing } from '@jobwire/runtime';
import { z } from 'zod';

import { systemSecret, type System } from './system.ts';

const verified = z.object({ accessToken: z.string() });

/** Sends requests as somebody who has signed in. */
export type SignedIn = (method: string, path: string, body?: unknown) => Promise<Response>;

/** Register an address, use the link of its mail, and send requests as its owner. */
export async function signIn(system: System, db: Database, email: string): Promise<SignedIn> {
  await system.client().register({ email });
  const [mail] = await db.query<{ id: string; purpose: LinkPurpose }>(
    'SELECT id, purpose FROM email_messages WHERE to_key = $1 ORDER BY id DESC LIMIT 1',
    [email],
  );
  if (!mail) throw new Error(`No mail to ${email}`);
  const token = verificationToken(createKeyRing(systemSecret), mail.purpose, mail.id);
  const json = { 'content-type': 'application/json' };
  const response = await fetch(`${system.api.url}/verify`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ token }),
  });
  const { accessToken } = verified.parse(await response.json());
  const authorization = `Bearer ${accessToken}`;
  return (method, path, body) =>
    fetch(`${system.api.url}${path}`, {
      method,
      headers: { authorization, ...(body === undefined ? {} : json) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
}
