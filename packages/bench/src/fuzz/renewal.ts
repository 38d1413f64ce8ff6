import type { Cast, Holder, Possessor } from '@jobwire/testing';

/** Those whose credential a request can end. */
const people: readonly Holder[] = ['owner', 'other user', 'viewer', 'operator'];
const possessors: readonly Possessor[] = ['owner', 'other user'];

/** The queues that make what the cast has. */
const queues = ['report.csv', 'image.thumbnail'];

/** Keeps the cast able to call: requests sign them out, delete their accounts and pause their queues. */
export interface Renewal {
  /** Look after everybody, unless that is going on already. Nobody need wait for it. */
  look(): void;
  /** Wait until nothing is going on. */
  settled(): Promise<void>;
}

/** Make the renewal of a cast. */
export function createRenewal(api: string, cast: Cast): Renewal {
  const ask = async (who: Holder, path: string, method = 'GET'): Promise<number> =>
    (await fetch(api + path, { method, headers: { authorization: `Bearer ${cast.credential(who).token}` } })).status;
  const credentials = alone(async () => {
    await Promise.all(people.map(async (who) => (await ask(who, '/me')) === 401 && cast.renew(who)));
  });
  const belongings = alone(async () => {
    for (const queue of queues) await ask('operator', `/queues/${queue}/resume`, 'POST');
    for (const whose of possessors) {
      if ((await ask(whose, `/jobs/${cast.belongings(whose).jobId}`)) === 404) await cast.provide(whose);
    }
  });
  return {
    look() {
      credentials.run();
      belongings.run();
    },
    settled: async () => void (await Promise.all([credentials.settled(), belongings.settled()])),
  };
}

/** Work that is begun again only when it has ended. Another request may undo it meanwhile: the next time sees to that. */
function alone(work: () => Promise<void>): { run(): void; settled(): Promise<void> } {
  let going: Promise<void> | undefined;
  return {
    run() {
      going ??= work()
        .catch(() => undefined)
        .finally(() => (going = undefined));
    },
    settled: async () => going,
  };
}
