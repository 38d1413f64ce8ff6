import { expect, it } from '@jest/globals';

import { testDatabase } from './index.ts';

const countJobs = 'SELECT count(*)::int AS count FROM jobs';

it('gives every caller a migrated database of its own', async () => {
  const [first, second] = await Promise.all([testDatabase(), testDatabase()]);
  try {
    await first.db.query('CREATE TABLE only_here (id int)');
    expect(await first.db.query(countJobs)).toEqual([{ count: 0 }]);
    expect(await second.db.query(countJobs)).toEqual([{ count: 0 }]);
    await expect(second.db.query('SELECT * FROM only_here')).rejects.toThrow('does not exist');
  } finally {
    await Promise.all([first.stop(), second.stop()]);
  }
});

it('drops the database when it is stopped', async () => {
  const other = await testDatabase();
  const { url, stop } = await testDatabase();
  await stop();
  const name = new URL(url).pathname.slice(1);
  expect(await other.db.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])).toEqual([]);
  await other.stop();
});
