import type { Cast, Holder } from '@jobwire/testing';

/** Those whose credential a request can end. */
const people: readonly Holder[] = ['owner', 'other user', 'viewer', 'operator'];

/** Keeps the cast able to call: requests sign them out, delete their accounts and pause their queues. */
export interface Renewal {
  /** Look after everybody, unless that is going on already. Lanes need not wait for it. */
  look(): void;
  /** Wait until nothing is going on. */
  settled(): Promise<void>;
}

/** Make the renewal of a cast. */
export function createRenewal(api: string, cast: Cast): Renewal {
  let going: Promise<void> | undefined;
  const ask = async (who: Holder, path: string, method = 'GET'): Promise<number> =>
    (await fetch(api + path, { method, headers: { authorization: `Bearer ${cast.credential(who).token}` } })).status;
  const all = async (): Promise<void> => {
    const gone: Holder[] = [];
    for (const who of people) if ((await ask(who, '/me')) === 401) gone.push(who);
    // The operator first: what the others are given is made by queues that may be paused.
    for (const who of gone.toReversed()) {
      for (const queue of ['report.csv', 'image.thumbnail']) await ask('operator', `/queues/${queue}/resume`, 'POST');
      await cast.renew(who);
    }
  };
  return {
    look() {
      // Another request may undo it at once: the next look sees to that.
      going ??= all()
        .catch(() => undefined)
        .finally(() => (going = undefined));
    },
    settled: async () => going,
  };
}
