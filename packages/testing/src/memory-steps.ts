import type { Database } from '@jobwire/db';
import { type JobContext, type JsonValue, Permanent } from '@jobwire/queue/job';

/** The steps of one job, by key: started, or done with a value. Shared between runs of the same job. */
export type StepMemory = Map<string, { state: 'started' } | { state: 'done'; value: unknown }>;

/**
 * `commit` and `once` as a real run has them, remembered in memory instead of the record. A step that throws leaves what
 * a crash at that place would leave.
 *
 * @param db where `commit` runs its transactions
 */
export function createMemorySteps(
  steps: StepMemory,
  db: Database | undefined,
): Pick<JobContext, 'commit' | 'commitStatement' | 'once'> {
  return {
    async commit<Value extends JsonValue | void>(
      key: string,
      work: Parameters<JobContext['commit']>[1],
    ): Promise<Value> {
      const earlier = steps.get(key);
      if (earlier?.state === 'done') return earlier.value as Value;
      if (db === undefined) throw new Error(`The handler commits "${key}": give performJob a database ({ db })`);
      const value = stored(await db.transaction(work));
      steps.set(key, { state: 'done', value });
      return value as Value;
    },

    async commitStatement(key, { sql, params }) {
      if (steps.has(key)) return true;
      if (db === undefined) throw new Error(`The handler commits "${key}": give performJob a database ({ db })`);
      const effects = sql.map((effect, index) => `, effect_${index} AS (${effect} RETURNING 1)`).join('');
      const rows = await db.query(`WITH step AS (SELECT 1)${effects} SELECT 1 FROM effect_0`, params);
      steps.set(key, { state: 'done', value: null });
      return rows.length > 0;
    },

    async once<Value extends JsonValue | void>(
      key: string,
      work: () => Promise<Value>,
      { onUncertain }: { onUncertain: 'rerun' | 'fail' },
    ): Promise<Value> {
      const earlier = steps.get(key);
      if (earlier?.state === 'done') return earlier.value as Value;
      if (earlier && onUncertain === 'fail') {
        throw new Permanent('UNCERTAIN_STEP', `It is not known whether "${key}" took effect in an earlier run`);
      }
      steps.set(key, { state: 'started' });
      const value = stored(await work());
      steps.set(key, { state: 'done', value });
      return value as Value;
    },
  };
}

function stored(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}
