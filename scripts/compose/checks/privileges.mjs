import assert from 'node:assert/strict';

/** Run a script with the API's own libraries and secrets, in its container; it prints JSON. */
async function insideApi(stack, script) {
  const [api] = await stack.containers('api');
  const { code, out, err } = await stack.exec(api, 'node', '--input-type=module', '-e', script);
  assert.equal(code, 0, err);
  return JSON.parse(out);
}

const redisScript = `
import { readFileSync } from 'node:fs';
import { Redis } from 'ioredis';
const url = readFileSync('/run/secrets/redis-url', 'utf8').trim();
const refusal = async (client, ...command) => {
  try { await client.call(...command); return 'allowed'; } catch (error) { return error.message.split(' ')[0]; }
};
const quiet = (client) => client.on('error', () => undefined);
const ours = quiet(new Redis(url));
const nobody = quiet(new Redis(new URL('/', url).href.replace(/\\/\\/.*@/, '//'), { maxRetriesPerRequest: 1 }));
const answers = {};
for (const command of [['FLUSHALL'], ['CONFIG', 'GET', '*'], ['KEYS', '*'], ['ACL', 'LIST'], ['SHUTDOWN'], ['SET', 'other', '1'], ['SET', 'bull:smoke', '1'], ['DEL', 'bull:smoke']])
  answers[command.join(' ')] = await refusal(ours, ...command);
answers.nobody = await refusal(nobody, 'GET', 'bull:smoke');
console.log(JSON.stringify(answers));
process.exit(0);
`;

const postgresScript = `
import { readFileSync } from 'node:fs';
import pg from 'pg';
const client = new pg.Client(readFileSync('/run/secrets/database-url', 'utf8').trim());
await client.connect();
const answers = {};
for (const sql of ['SELECT count(*) FROM jobs', 'CREATE TABLE x (id int)', 'CREATE TEMP TABLE x (id int)', 'ALTER TABLE jobs ADD x int', 'DROP TABLE jobs', 'CREATE SCHEMA x', 'CREATE ROLE x', "COPY jobs TO PROGRAM 'id'", "COPY jobs FROM '/etc/passwd'", 'SELECT * FROM pg_authid'])
  answers[sql] = await client.query(sql).then(() => 'allowed', (error) => error.code);
console.log(JSON.stringify(answers));
await client.end();
`;

/** What the accounts of the API and the workers may do in Redis and PostgreSQL. */
export const privilegeChecks = [
  {
    name: 'in Redis our account has its own keys and no commands that are dangerous; nobody else has anything',
    async run({ stack }) {
      const answers = await insideApi(stack, redisScript);
      const { 'SET bull:smoke 1': set, 'DEL bull:smoke': del, nobody, ...others } = answers;
      assert.deepEqual([set, del, nobody], ['allowed', 'allowed', 'NOAUTH']);
      for (const [command, answer] of Object.entries(others)) assert.equal(answer, 'NOPERM', command);
    },
  },
  {
    name: 'in PostgreSQL our account reads and writes rows, and changes no table, runs no program and reads no file',
    async run({ stack }) {
      const { 'SELECT count(*) FROM jobs': select, ...others } = await insideApi(stack, postgresScript);
      assert.equal(select, 'allowed');
      // insufficient_privilege
      for (const [sql, answer] of Object.entries(others)) assert.equal(answer, '42501', sql);
    },
  },
];
