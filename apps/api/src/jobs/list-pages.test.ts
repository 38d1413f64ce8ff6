import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { z } from 'zod';

import { type LiveSystem, startLiveSystem } from '../sockets/testing/live-system.ts';
import { seedJobs, type SeededJob } from './testing/seed-jobs.ts';

const ada = '0198c7a4-0000-7000-8000-00000000000a';
const bob = '0198c7a4-0000-7000-8000-00000000000b';
const job = (owner: string): SeededJob => ({
  name: 'email.send',
  owner,
  state: 'queued',
  tags: ['red'],
  words: ['ada'],
});

let system: LiveSystem;
let ids: string[];

beforeAll(async () => {
  system = await startLiveSystem();
  const seeded = await seedJobs(
    system.db,
    Array.from({ length: 7 }, () => job(ada)),
  );
  ids = seeded.map(({ id }) => id).toReversed();
  await seedJobs(system.db, [job(bob), job(bob), job(bob)]);
});
afterAll(() => system.stop());

const page = z.object({
  jobs: z.array(z.object({ id: z.string() })),
  page: z.object({ next: z.string().nullable(), limit: z.number() }),
});
const get = (path: string, user = ada): Promise<Response> =>
  fetch(`${system.url}${path}`, { headers: { authorization: `Bearer token-of-${user}` } });
const read = async (path: string): Promise<z.output<typeof page>> => page.parse(await (await get(path)).json());
const cursorOf = async (query: string): Promise<string> => {
  const { next } = (await read(`/jobs?${query}`)).page;
  if (next === null) throw new Error('There is no next page');
  return next;
};

it.each(['', '&tag=red', '&q=ada', '&state=queued', '&name=email.send'])(
  'pages%s show every job once while jobs are being added',
  async (filter) => {
    const seen: string[] = [];
    let path: string | undefined = `/api/v1/jobs?limit=3${filter}`;
    while (path !== undefined) {
      const response: Response = await get(path);
      const {
        jobs,
        page: { next, limit },
      } = page.parse(await response.json());
      expect([limit, jobs.length <= 3]).toEqual([3, true]);
      seen.push(...jobs.map(({ id }) => id));
      path = /^<(\/api\/v1\/jobs\?.*)>; rel="next"$/.exec(response.headers.get('link') ?? '')?.[1];
      expect(new URLSearchParams(path?.split('?')[1]).get('after')).toBe(next);
      await system.db.query('UPDATE jobs SET seq = seq + 1 WHERE id = $1', [ids[4]]);
      await seedJobs(system.db, [job(ada)]);
    }
    expect(seen.slice(-7)).toEqual(ids);
    expect(new Set(seen).size).toBe(seen.length);
  },
);

it('a page that is full to the last job says that it is the last', async () => {
  const all = await read('/jobs?limit=100');
  expect(await read(`/jobs?limit=${all.jobs.length}`)).toMatchObject({ page: { next: null } });
});

it('a cursor goes on with pages of another size', async () => {
  const rest = await read(`/jobs?limit=100&after=${await cursorOf('limit=2')}`);
  expect(rest.jobs).toEqual((await read('/jobs?limit=100')).jobs.slice(2));
});

it('a cursor of another list, of another person, or of nobody is refused and named', async () => {
  const cursor = await cursorOf('limit=2&state=queued');
  const [id = '', signature = ''] = cursor.split('.');
  const forged: [query: string, user: string][] = [
    [`after=${cursor}`, ada],
    [`state=queued,running&after=${cursor}`, ada],
    [`state=queued&tag=red&after=${cursor}`, ada],
    [`state=queued&after=${cursor}`, bob],
    [`state=queued&after=${cursor}`, 'admin'],
    [`state=queued&after=${id}.${signature.slice(0, -2)}AA`, ada],
    [`state=queued&after=${id.slice(0, -2)}AA.${signature}`, ada],
    [`state=queued&after=${id}`, ada],
    [`state=queued&after=${ids[3]}`, ada],
    ['after=x', ada],
    ['after=', ada],
    ['after=%00', ada],
    [`after=${'a'.repeat(101)}`, ada],
  ];
  for (const [query, user] of forged) {
    const response = await get(`/jobs?${query}`, user);
    expect([query, response.status]).toEqual([query, 422]);
    expect(await response.json()).toMatchObject({
      code: 'INVALID_INPUT',
      errors: [{ pointer: '/after', code: 'CURSOR_INVALID' }],
    });
  }
  expect((await get(`/jobs?state=queued&after=${cursor}`)).status).toBe(200);
});

it.each([
  'state=done',
  'state=',
  'state=queued,',
  'limit=0',
  'limit=101',
  'limit=1e1',
  'limit=5&limit=6',
  'name=',
  'name=a&name=b',
  'name=%00',
  'tag=%00',
  'q=%00',
  'q=',
  `q=${'x'.repeat(201)}`,
  'createdAfter=yesterday',
  'createdAfter=2026-13-01T00:00:00Z',
  'createdBefore=1',
  'sort=name',
  '__proto__=1',
  'constructor=1',
])('the query %s is refused', async (query) => {
  const response = await get(`/jobs?${query}`, 'admin');
  expect([query, response.status]).toEqual([query, 422]);
  expect(await response.json()).toMatchObject({ code: 'INVALID_INPUT' });
});

const hostile = [
  `' OR 1=1 --`,
  `'; DROP TABLE jobs; --`,
  `$1`,
  `%`,
  `\\`,
  `'':* | z`,
  `z & !b <-> (c`,
  `{"$gt":""}`,
  `0198c7a4-' OR '1`,
  `\n\r\t`,
  `ﷺ`.repeat(30),
  `${'z-'.repeat(99)}!`,
  '-'.repeat(200),
  '01'.repeat(100),
  'İ'.repeat(200),
];
it.each(['name', 'tag', 'q', 'state', 'owner', 'createdAfter', 'createdBefore', 'after', 'limit'])(
  'what is hostile in %s is a text like any other, and is answered at once',
  async (field) => {
    for (const text of hostile) {
      const response = await get(`/jobs?${new URLSearchParams({ [field]: text })}`, 'admin');
      const literal = ['name', 'tag', 'q'].includes(field);
      expect([text, response.status]).toEqual([text, literal ? 200 : 422]);
      const body = await response.text();
      expect([text, JSON.parse(body).jobs]).toEqual([text, literal ? [] : undefined]);
      expect(body).not.toMatch(/syntax|tsquery|SELECT|pg_/);
    }
    expect((await read('/jobs')).jobs.length).toBeGreaterThan(0);
  },
);
