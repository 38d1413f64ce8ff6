import { type Database, insertApiKey, makeAdminLink } from '@jobwire/db';
import { randomToken, sha256, systemClock } from '@jobwire/runtime';
import { z } from 'zod';

/** Where the benchmark's API says that it lives; it is asked by its port. */
export const publicUrl = 'http://bench.test';

/** Make a key whose jobs are those of `id`; what to send as `Authorization`. */
export async function keyOf(db: Database, id: string): Promise<string> {
  const key = `jw_${randomToken()}`;
  await insertApiKey(db, { id, name: 'bench', tokenHash: sha256(key), jobs: ['*'], expiresAt: null });
  return `Bearer ${key}`;
}

/** Sign in as an operator by a one-time link; what to send as `Authorization`. */
export async function operatorOf(db: Database, apiUrl: string): Promise<string> {
  const link = new URL(await makeAdminLink(db, publicUrl, systemClock()));
  const entered = await fetch(`${apiUrl}/admin/enter`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: publicUrl },
    body: new URLSearchParams({ token: link.searchParams.get('token') ?? '' }),
  });
  const cookie = entered.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const renewed = await fetch(`${apiUrl}/refresh`, { method: 'POST', headers: { origin: publicUrl, cookie } });
  const { accessToken } = z.object({ accessToken: z.string() }).parse(await renewed.json());
  return `Bearer ${accessToken}`;
}
