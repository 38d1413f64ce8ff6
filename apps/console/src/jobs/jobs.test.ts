import { describe, expect, it } from '@jest/globals';
import type { JobPage } from '@jobwire/client';

import { factsOf } from './event-facts.ts';
import { filterOf, formOf, isFiltered, queryOf } from './job-filter.ts';
import { createJobList, type ListedJob } from './job-list.ts';
import { fileOf, uploadOf } from './result-kind.ts';
import { findWayIn, type Looker } from './way-in.ts';

const job = (id: string, state: ListedJob['state'] = 'queued'): ListedJob => ({
  ...{ id, name: 'report.csv', state, progress: null, attempt: 0, maxAttempts: 5, stages: [] },
  ...{ createdAt: '2026-11-24T16:00:00.000Z', links: { self: '', events: '', socket: '' } },
});

/** Answers lists by turns, and remembers what was asked. */
function scripted(...pages: { ids: string[]; next: string | null }[]) {
  const asked: unknown[] = [];
  const list = (filter: unknown): Promise<JobPage> => {
    asked.push(filter);
    const page = pages.shift();
    if (!page) return Promise.reject(new Error('away'));
    return Promise.resolve({ jobs: page.ids.map((id) => job(id)), page: { next: page.next, limit: 2 } });
  };
  return { asked, jobs: { list } };
}

describe('the filters of a list', () => {
  it('are kept in the address, where empty ones are left out', () => {
    const query = new URLSearchParams('state=failed&tag=weekly&other=1');
    const form = formOf(query);
    expect(queryOf(form)).toEqual({ state: 'failed', tag: 'weekly' });
    expect(queryOf({ ...form, tag: '  ', q: ' ada ' })).toEqual({ state: 'failed', q: 'ada' });
    expect([isFiltered(form), isFiltered(formOf(new URLSearchParams()))]).toEqual([true, false]);
  });

  it('ask for times of the browser’s zone as instants, and leave what cannot be read to the server', () => {
    const form = formOf(new URLSearchParams('createdAfter=2026-11-24T16:00&createdBefore=soon'));
    expect(filterOf(form)).toEqual({
      createdAfter: new Date('2026-11-24T16:00').toISOString(),
      createdBefore: 'soon',
    });
  });
});

describe('a list of jobs', () => {
  it('grows by pages, and takes in what is new without losing older ones', async () => {
    const client = scripted(
      { ids: ['6', '5'], next: 'a' },
      { ids: ['4', '3'], next: 'b' },
      { ids: ['7', '6'], next: 'c' },
      { ids: ['2'], next: null },
    );
    const list = createJobList(client, { state: 'queued' });
    await list.refresh();
    await list.more();
    await list.refresh();
    expect(list.jobs.value?.map(({ id }) => id)).toEqual(['7', '6', '5', '4', '3']);
    await list.more();
    expect([list.jobs.value?.at(-1)?.id, list.hasMore.value]).toEqual(['2', false]);
    expect(client.asked).toMatchObject([{ state: 'queued' }, { after: 'a' }, {}, { after: 'b' }]);
  });

  it('drops what fits the filter no more', async () => {
    const list = createJobList(scripted({ ids: ['3', '2', '1'], next: 'a' }, { ids: ['3', '1'], next: 'a' }), {});
    await list.refresh();
    await list.refresh();
    expect(list.jobs.value?.map(({ id }) => id)).toEqual(['3', '1']);
  });

  it('keeps what it has when the server is away, and says so', async () => {
    const list = createJobList(scripted({ ids: ['1'], next: null }), {});
    await list.refresh();
    await list.refresh();
    expect([list.jobs.value?.length, list.failure.value]).toEqual([1, new Error('away')]);
  });
});

describe('the way into a job', () => {
  const looker = (listed: string[], person: Looker['person'], ticket?: string): Looker => ({
    client: scripted({ ids: listed, next: null }),
    person,
    kept: {
      find: (id) =>
        ticket === undefined
          ? undefined
          : { id, ticket, name: '', title: '', createdAt: '', ticketEndsAt: '2026-11-25T16:00:00.000Z' },
    },
  });
  const user = (role: 'user' | 'viewer' | 'operator'): Looker['person'] => ({
    kind: 'user',
    user: {
      ...{ id: 'u', email: 'ada@example.com', name: null, role, locale: 'en', createdAt: '' },
      ...{ verifiedAt: null, lastSignInAt: null, signInCount: 1 },
    },
  });

  it('is one’s own, which may be steered by all but viewers', async () => {
    const own = (person: Looker['person']) => findWayIn(looker(['1'], person, 'ticket'), '1');
    expect(await own(user('user'))).toEqual({ ticket: undefined, maySteer: true, seesInside: false });
    expect(await own(user('viewer'))).toEqual({ ticket: undefined, maySteer: false, seesInside: true });
    expect(await own(user('operator'))).toEqual({ ticket: undefined, maySteer: true, seesInside: true });
    expect(await own({ kind: 'link' })).toMatchObject({ maySteer: true });
  });

  it('is the ticket of this browser for others, and none without', async () => {
    const opened = { ticket: 'ticket', maySteer: false, seesInside: false };
    expect(await findWayIn(looker([], user('user'), 'ticket'), '1')).toEqual(opened);
    const stranger = looker(['1'], { kind: 'stranger' }, 'ticket');
    expect(await findWayIn(stranger, '1')).toEqual(opened);
    expect(await findWayIn(looker([], user('user')), '1')).toBeUndefined();
    expect(await findWayIn(looker([], { kind: 'stranger' }), '1')).toBeUndefined();
  });
});

it('tells files and images by their results', () => {
  const id = '01980000-0000-7000-8000-000000000001';
  expect(fileOf({ rows: 1, url: `/files/${id}` })).toBe(`/files/${id}`);
  expect(fileOf({ url: `https://elsewhere.example/files/${id}` })).toBeUndefined();
  expect(uploadOf({ derivatives: [{ preset: 'thumb', url: `/uploads/${id}/thumb` }] })).toBe(id);
  expect([uploadOf({ derivatives: [] }), uploadOf(null), fileOf('x')]).toEqual([undefined, undefined, undefined]);
});

it('puts the data of an event in one line', () => {
  expect(factsOf({ percent: 40, stage: 'resize', error: { code: 'X' } })).toBe(
    'percent: 40, stage: resize, error: {"code":"X"}',
  );
});
