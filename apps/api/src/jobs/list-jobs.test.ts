import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { JobState } from '@jobwire/db';
import { z } from 'zod';

import { type LiveSystem, startLiveSystem } from '../sockets/testing/live-system.ts';
import { seedJobs, type SeededJob } from './testing/seed-jobs.ts';

const ada = '0198c7a4-0000-7000-8000-00000000000a';
const shop = '0198c7a4-0000-7000-8000-00000000000b';
const states: JobState[] = [
  'scheduled',
  'queued',
  'running',
  'retrying',
  'succeeded',
  'failed',
  'cancelled',
  'expired',
];

/** Every combination of these, so that each filter meets jobs that it must leave out. */
const jobs: SeededJob[] = ['email.send', 'report.csv'].flatMap((name) =>
  [ada, shop, null].flatMap((owner) =>
    states.map((state, index) => ({
      name,
      owner,
      state,
      tags: index % 3 === 0 ? ['red', `order-${index}`] : index % 3 === 1 ? ['blue'] : null,
      words: name === 'email.send' && index % 2 === 0 ? ['ada', 'example', state] : null,
    })),
  ),
);

let system: LiveSystem;
let seeded: (SeededJob & { id: string; createdAt: string })[];

const pageOf = z.object({
  jobs: z.array(z.looseObject({ id: z.string() })),
  page: z.object({ next: z.string().nullable(), limit: z.number() }),
});

beforeAll(async () => {
  system = await startLiveSystem();
  seeded = await seedJobs(system.db, jobs);
});
afterAll(() => system.stop());

const tokens = { ada: `token-of-${ada}`, shop: `key-${shop}`, admin: 'token-of-admin' };
type Who = keyof typeof tokens;
const ask = (query: string, who?: Who): Promise<Response> =>
  fetch(`${system.url}/jobs?${query}`, { headers: who ? { authorization: `Bearer ${tokens[who]}` } : {} });
const idsOf = async (query: string, who: Who): Promise<string[]> => {
  const response = await ask(query, who);
  expect([query, response.status]).toEqual([query, 200]);
  return pageOf.parse(await response.json()).jobs.map(({ id }) => id);
};

const middle = (): string => seeded[20]?.createdAt ?? '';
const filters: [query: () => string, keeps: (job: (typeof seeded)[number]) => boolean][] = [
  [() => '', () => true],
  ...states.map((state): (typeof filters)[number] => [() => `state=${state}`, (job) => job.state === state]),
  [() => 'state=failed,queued', ({ state }) => state === 'failed' || state === 'queued'],
  [() => 'state=failed&state=expired,running', ({ state }) => ['failed', 'expired', 'running'].includes(state)],
  [() => 'name=email.send', ({ name }) => name === 'email.send'],
  [() => 'name=email.send&state=succeeded', ({ name, state }) => name === 'email.send' && state === 'succeeded'],
  [() => 'name=nothing.here', () => false],
  [() => 'tag=red', ({ tags }) => tags?.includes('red') ?? false],
  [() => 'tag=red&state=retrying,cancelled', ({ tags, state }) => tags?.[0] === 'red' && /^(r|c)/.test(state)],
  [
    () => 'tag=order-6&name=report.csv',
    ({ tags, name }) => (tags?.includes('order-6') ?? false) && name === 'report.csv',
  ],
  [() => `createdAfter=${middle()}`, ({ createdAt }) => createdAt >= middle()],
  [() => `createdBefore=${middle()}`, ({ createdAt }) => createdAt < middle()],
  [() => `createdAfter=${middle()}&state=failed`, (job) => job.createdAt >= middle() && job.state === 'failed'],
  [() => 'createdAfter=0000-01-01T00:00:00Z&createdBefore=9999-12-31T23:59:59Z', () => true],
  [() => `q=${seeded[7]?.id}`, ({ id }) => id === seeded[7]?.id],
  [() => `q=${seeded[7]?.id.slice(0, 30).toUpperCase()}`, ({ id }) => id.startsWith(seeded[7]?.id.slice(0, 30) ?? '')],
  [() => 'q=ada', ({ words }) => words !== null],
  [() => 'q=EXAMPLE,+Succ', ({ words }) => words?.includes('succeeded') ?? false],
  [() => 'q=ada+nobody', () => false],
  [() => 'q=!!', () => false],
  [() => 'q=ada&state=running&name=email.send', ({ words, state }) => words !== null && state === 'running'],
  [() => 'q=ada&tag=red', ({ words, tags }) => words !== null && tags?.[0] === 'red'],
];

describe.each<[Who, string | undefined]>([
  ['ada', ada],
  ['shop', shop],
  ['admin', undefined],
])('the jobs that %s sees', (who, owner) => {
  it('are those that fit, newest first, whatever is asked for', async () => {
    for (const [query, keeps] of filters) {
      const expected = seeded.filter((job) => (owner === undefined || job.owner === owner) && keeps(job));
      const found = await idsOf(`limit=100&${query()}`, who);
      expect([query(), found]).toEqual([query(), expected.map(({ id }) => id).toReversed()]);
    }
  });
});

it('an administrator may ask for one owner’s jobs, and nobody else may', async () => {
  const theirs = seeded.filter((job) => job.owner === shop).map(({ id }) => id);
  expect((await idsOf(`owner=${shop}`, 'admin')).toSorted()).toEqual(theirs.toSorted());
  expect((await ask(`owner=${shop}`, 'ada')).status).toBe(403);
  expect((await ask(`owner=${shop}`, 'shop')).status).toBe(403);
});

it('strangers see no list, also those with a ticket', async () => {
  const { ticket } = await system.gatekeeper.issueTicket({ jobId: seeded[0]?.id ?? '' });
  expect((await ask('')).status).toBe(401);
  expect((await ask(`ticket=${ticket}`)).status).not.toBe(200);
});

it('tags that change and jobs that go are found no longer', async () => {
  const [job] = await seedJobs(system.db, [
    { name: 'report.csv', owner: ada, state: 'queued', tags: ['old', 'old'], words: null },
  ]);
  expect(await idsOf('tag=old', 'ada')).toEqual([job?.id]);
  await system.db.query(`UPDATE jobs SET tags = '{new}' WHERE id = $1`, [job?.id]);
  expect(await idsOf('tag=old', 'ada')).toEqual([]);
  expect(await idsOf('tag=new', 'ada')).toEqual([job?.id]);
  await system.db.query('DELETE FROM jobs WHERE id = $1', [job?.id]);
  expect(await system.db.query('SELECT 1 FROM job_tags WHERE job_id = $1', [job?.id])).toEqual([]);
});

it('a search that meets its time limit says that narrowing it helps', async () => {
  const response = await system.db.transaction(async (tx) => {
    await tx.query('LOCK TABLE jobs IN ACCESS EXCLUSIVE MODE');
    return ask('', 'admin');
  });
  expect([response.status, response.headers.get('retry-after')]).toEqual([503, '10']);
  expect(await response.json()).toMatchObject({ code: 'SEARCH_TIMEOUT', detail: expect.stringContaining('Narrow') });
});
