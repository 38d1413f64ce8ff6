import { type Database, insertApiKey, revokeApiKey } from '@jobwire/db';
import { randomToken, sha256, uuidv7 } from '@jobwire/runtime';

import { type Person, signIn } from './people.ts';

/** Everybody who may call, by what they hold. */
export const callerKinds = [
  'anonymous',
  'ticket',
  'other ticket',
  'owner',
  'other user',
  'key',
  'narrow key',
  'revoked key',
  'viewer',
  'operator',
  'ended session',
] as const;

/** One of them. */
export type CallerKind = (typeof callerKinds)[number];

/** Those who hold something of their own; who holds a ticket depends on what it is for. */
export type Holder = Exclude<CallerKind, 'anonymous' | 'ticket' | 'other ticket'>;

/** What a caller sends along. */
export interface Credential {
  /** Bearer token. */
  token: string;
  /** The session cookie of a person, as `Cookie` carries it. */
  cookie?: string;
  /** Who their jobs belong to. */
  ownerId: string;
}

/** Who the administrators are, for ADMIN_EMAILS. */
export const adminEmails = 'operator@cast.example,viewer@cast.example:viewer';

/** Make a caller with a credential of their own: people are signed in anew, programs get new keys. */
export async function newCredential(api: string, db: Database, who: Holder): Promise<Credential> {
  switch (who) {
    case 'key':
      return newKey(db, ['*']);
    case 'narrow key':
      return newKey(db, ['nothing.there']);
    case 'revoked key': {
      const key = await newKey(db, ['*']);
      await revokeApiKey(db, key.ownerId, new Date());
      return key;
    }
    case 'ended session': {
      const person = await signIn(api, db, emailOf(who));
      await db.query('UPDATE sessions SET revoked_at = now() WHERE user_id = $1', [person.userId]);
      return credentialOf(person);
    }
    case 'owner':
    case 'other user':
    case 'viewer':
    case 'operator':
      return credentialOf(await signIn(api, db, emailOf(who)));
  }
}

function emailOf(who: Holder): string {
  return `${who.replace(' ', '-')}@cast.example`;
}

function credentialOf({ accessToken, cookie, userId }: Person): Credential {
  return { token: accessToken, cookie, ownerId: userId };
}

async function newKey(db: Database, jobs: readonly string[]): Promise<Credential> {
  const id = uuidv7();
  const token = `jw_${randomToken()}`;
  await insertApiKey(db, { id, name: 'cast', tokenHash: sha256(token), jobs, expiresAt: null });
  return { token, ownerId: id };
}
