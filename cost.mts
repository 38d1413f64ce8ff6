import { onServers } from './packages/bench/src/servers.ts';
import { recordedNoopRate } from './packages/bench/src/noop-jobs.ts';
import { readFileSync, readdirSync } from 'node:fs';
const cpuOf = (parent: number): number => {
  let sum = 0;
  for (const pid of readdirSync('/proc').filter((x) => /^\d+$/.test(x))) {
    try { const f = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' '); if (Number(f[1]) === parent) sum += Number(f[11]) + Number(f[12]); if (Number(pid) === parent) sum += Number(f[11]) + Number(f[12]) + Number(f[13]) + Number(f[14]); } catch {}
  }
  return sum * 10;
};
for (const drop of ['', 'DROP INDEX jobs_outcome, jobs_name_outcome', '', 'DROP INDEX jobs_outcome, jobs_name_outcome']) await onServers(async (s) => {
  if (drop) await s.db.query(drop);
  await s.db.query('CHECKPOINT');
  const n = 6000;
  const [a] = await s.db.query<any>('select pg_current_wal_lsn() l');
  const c = cpuOf(s.postgres.pid);
  const rate = await recordedNoopRate(s, 'redis', n);
  const [b] = await s.db.query<any>("select pg_wal_lsn_diff(pg_current_wal_lsn(), $1)::float8 d", [a.l]);
  const [h] = await s.db.query<any>("select n_tup_upd, n_tup_hot_upd from pg_stat_user_tables where relname='jobs'");
  console.log(drop || 'all', 'wal/job', Math.round(b.d / n), 'pg cpu us/job', Math.round((cpuOf(s.postgres.pid) - c) * 1000 / n), 'rate', Math.round(rate), h);
});
process.exit(0);
