import type { Database } from '@jobwire/db';

import { type Belongings, newBelongings } from './belongings.ts';
import { type CallerKind, callerKinds, type Credential, type Holder, newCredential } from './callers.ts';

/** The two who have something of everything. */
export type Possessor = 'owner' | 'other user';

/** One caller of each kind against a running system, with rows of their own. */
export interface Cast {
  credential(who: Holder): Credential;
  belongings(whose: Possessor): Belongings;
  /** What a caller sends as bearer token: undefined for those who send none. Tickets are the owner's and the other's. */
  tokenOf(caller: CallerKind, of?: 'job' | 'upload'): string | undefined;
  /** Give somebody a new credential. */
  renew(who: Holder): Promise<void>;
  /** Give somebody new belongings, once jobs have made them. */
  provide(whose: Possessor): Promise<void>;
}

const holders = callerKinds.filter((kind): kind is Holder => !['anonymous', 'ticket', 'other ticket'].includes(kind));

/** Bring everybody in. A worker must run: what they have is made by jobs. */
export async function startCast(api: string, db: Database): Promise<Cast> {
  const credentials = new Map<Holder, Credential>();
  const possessions = new Map<Possessor, Belongings>();
  const credential = (who: Holder): Credential => there(credentials.get(who), who);
  const belongings = (whose: Possessor): Belongings => there(possessions.get(whose), whose);
  const renew = async (who: Holder): Promise<void> => {
    credentials.set(who, await newCredential(api, db, who));
  };
  // Pictures of their own: the same one again would be the upload of before.
  const provide = async (whose: Possessor): Promise<void> => {
    possessions.set(whose, await newBelongings(api, db, credential(whose), whose === 'owner' ? 10 : 20));
  };
  for (const who of holders) await renew(who);
  await Promise.all([provide('owner'), provide('other user')]);
  return {
    credential,
    belongings,
    tokenOf(caller, of = 'job') {
      if (caller === 'anonymous') return undefined;
      if (caller === 'ticket') return ticketOf(belongings('owner'), of);
      if (caller === 'other ticket') return ticketOf(belongings('other user'), of);
      return credential(caller).token;
    },
    renew,
    provide,
  };
}

function ticketOf({ ticket, uploadTicket }: Belongings, of: 'job' | 'upload'): string {
  return of === 'job' ? ticket : uploadTicket;
}

function there<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw new Error(`There is no ${what}`);
  return value;
}
