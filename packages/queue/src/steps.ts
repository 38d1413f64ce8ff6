import {
  commitStatementStep,
  type Database,
  findStep,
  finishStep,
  holdClaim,
  openStep,
  type OwnStep,
  startStep,
  storeStepValue,
  type Tx,
} from '@jobwire/db';

import { ClaimLost } from './abort.ts';
import { type JobContext, type JsonValue, Permanent } from './job/index.ts';

/** Who runs: the job, under the claim that fences everything it writes. */
export interface Claimed {
  id: string;
  token: string;
  attempt: number;
}

/** Effects that happen once per job and key. */
export type Steps = Pick<JobContext, 'commit' | 'commitStatement' | 'once'>;

/** Make the steps of one run. */
export function createSteps(db: Database, claim: Claimed): Steps {
  const fenced = <Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> => inFence(db, claim, work);

  const own = (key: string): OwnStep => ({ jobId: claim.id, token: claim.token, key, attempt: claim.attempt });

  return {
    commit: <Value extends JsonValue | void>(key: string, work: (tx: Tx) => Promise<Value>): Promise<Value> =>
      db.transaction(async (tx) => {
        const step = await openStep(tx, own(key));
        if (step.state === 'lost') throw new ClaimLost();
        // The stored value was this function's own: it comes back as it went in.
        if (step.state === 'done') return step.value as Value;
        const value = await work(tx);
        if (value !== undefined && value !== null) await storeStepValue(tx, claim.id, key, value);
        return value;
      }),

    async commitStatement(key, statement) {
      const step = await commitStatementStep(db, own(key), statement);
      if (step.state === 'lost') throw new ClaimLost();
      return step.state === 'done' || step.changed > 0;
    },

    async once<Value extends JsonValue | void>(
      key: string,
      work: () => Promise<Value>,
      { onUncertain }: { onUncertain: 'rerun' | 'fail' },
    ): Promise<Value> {
      const earlier = await fenced(async (tx) => {
        const step = await findStep(tx, claim.id, key);
        if (step?.state !== 'done') await startStep(tx, claim.id, key, claim.attempt);
        return step;
      });
      if (earlier?.state === 'done') return earlier.value as Value;
      if (earlier && onUncertain === 'fail') {
        throw new Permanent('UNCERTAIN_STEP', `It is not known whether "${key}" took effect in an earlier run`);
      }
      const value = await work();
      await fenced((tx) => finishStep(tx, claim.id, key, claim.attempt, value));
      return value;
    },
  };
}

/** Run `work` while holding the job; a run that has lost its claim writes nothing. */
function inFence<Result>(db: Database, claim: Claimed, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  return db.transaction(async (tx) => {
    if (!(await holdClaim(tx, claim.id, claim.token))) throw new ClaimLost();
    return work(tx);
  });
}
