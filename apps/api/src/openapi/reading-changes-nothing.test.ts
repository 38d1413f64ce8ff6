import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { insertApiKey, makeAdminLink } from '@jobwire/db';
import { sha256, systemClock, uuidv7 } from '@jobwire/runtime';

import { newApiKeyText } from '../auth/api-key-text.ts';
import { allDocs } from './all-docs.ts';
import { type ComposedApi, composedApi } from './testing/composed-api.ts';

const later = new Date(Date.now() + 86_400_000).toISOString();
let api: ComposedApi;
let tokens: (string | undefined)[];
/** What stands for the parameters of paths, and for the query of those that take a token. */
let named: { id: string; bulkActionId: string; adminLink: string };

beforeAll(async () => {
  api = await composedApi();
  const key = newApiKeyText();
  await insertApiKey(api.db, { id: uuidv7(), name: 'test', tokenHash: sha256(key), jobs: ['*'], expiresAt: null });
  const operator = await api.operatorToken();
  tokens = [operator, key, undefined];
  const mail = { name: 'email.send', payload: { to: 'ada@example.com', subject: 'Hello', text: 'Hello' } };
  const { job } = await send('POST', '/jobs', key, { ...mail, runAt: later, tags: ['kept'] });
  const schedule = { job: mail.name, payload: mail.payload, cron: '0 0 1 1 *' };
  await send('PUT', '/schedules/nightly', operator, schedule);
  await send('POST', '/queues/email.send/pause', operator, {});
  const bulk = await send('POST', '/bulk-actions', operator, { action: 'cancel', filter: { tag: 'nobody has it' } });
  // The job that carries it out is not to be dispatched meanwhile.
  await api.db.query(`UPDATE jobs SET state = 'succeeded', finished_at = now() WHERE name = 'bulk.run'`);
  const link = new URL(await makeAdminLink(api.db, api.url, systemClock()));
  named = { id: job!.id, bulkActionId: bulk.id!, adminLink: link.search };
});
afterAll(() => api.stop());

async function send(
  method: string,
  path: string,
  token: string,
  body: unknown,
): Promise<{ id?: string; job?: { id: string } }> {
  const response = await fetch(`${api.url}${path}`, {
    method,
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
  return JSON.parse(text) as { id?: string; job?: { id: string } };
}

/** What a process writes by itself: that it is there. */
const unasked = /^(bullmq|gateways$)/;

/** A number that changes with any row of any other table of ours. */
async function checksums(): Promise<Record<string, string>> {
  const tables = await api.db.query<{ name: string }>(
    `SELECT relname::text AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1`,
  );
  const sums: Record<string, string> = {};
  for (const { name } of tables.filter((table) => !unasked.test(table.name))) {
    const [row] = await api.db.query<{ sum: string }>(
      `SELECT count(*) || ' ' || md5(coalesce(string_agg(md5(t::text), '' ORDER BY md5(t::text)), '')) AS sum FROM "${name}" t`,
    );
    sums[name] = row!.sum;
  }
  return sums;
}

function pathOf(path: string): string {
  const names: Record<string, string> = { '/schedules': 'nightly', '/queues': 'email.send', '/problems': 'not-found' };
  const start = `/${path.split('/')[1]}`;
  const id = start === '/bulk-actions' ? named.bulkActionId : named.id;
  const filled = path
    .replace(':name', names[start] ?? 'x')
    .replace(':code', 'not-found')
    .replace(':preset', 'thumb')
    .replace(':address', 'ada@example.com')
    .replace(':id', id);
  return filled === '/admin/enter' ? `${filled}${named.adminLink}` : filled;
}

describe('reading', () => {
  it.each([...new Set(allDocs.map(({ path }) => path))])('%s changes nothing, whoever asks', async (path) => {
    const before = await checksums();
    const statuses: number[] = [];
    for (const token of tokens) {
      for (const method of ['GET', 'HEAD']) {
        const response = await fetch(`${api.url}${pathOf(path)}`, {
          method,
          redirect: 'manual',
          headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
        });
        await response.text();
        statuses.push(response.status);
      }
    }
    // A path that is not for reading says so before it asks who is there.
    const readable = allDocs.some((doc) => doc.path === path && doc.method === 'get');
    const told = [404, 405, 426].includes(statuses[0]!);
    expect({ statuses, right: readable || told }).toEqual({ statuses, right: true });
    expect(Math.max(...statuses)).toBeLessThan(500);
    expect(await checksums()).toEqual(before);
  });
});
