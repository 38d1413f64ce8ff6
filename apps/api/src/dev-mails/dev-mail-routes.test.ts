import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { letters } from '@jobwire/jobs/letters';
import { type Config, locales } from '@jobwire/runtime';
import { createStops } from '@jobwire/testing';

import { homeRoutes } from '../home/home-routes.ts';
import { createApp } from '../http/app.ts';
import { devMailRoutes } from './dev-mail-routes.ts';

const stops = createStops();
let url: string;

beforeAll(async () => {
  url = await serve('development');
});
afterAll(() => stops.stopAll());

async function serve(NODE_ENV: Config['NODE_ENV']): Promise<string> {
  const app = createApp([homeRoutes({ NODE_ENV }), devMailRoutes({ NODE_ENV })], () => undefined);
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  stops.add({
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const page = async (path: string): Promise<string> => (await fetch(`${url}${path}`)).text();
const policyOf = async (path: string): Promise<string> =>
  (await fetch(`${url}${path}`)).headers.get('content-security-policy') ?? '';
const every = Object.keys(letters).flatMap((name) => locales.map((locale) => `/dev/mails/${name}/${locale}`));

it('lists every letter in every language, one step from the start page', async () => {
  expect(await page('/')).toContain('href="/dev/mails"');
  const list = await page('/dev/mails');
  for (const path of every) expect(list).toContain(`href="${path}"`);
});

describe.each(every)('%s', (path) => {
  it('shows subject, text, variables, and the letter in both looks and widths', async () => {
    const shown = await page(path);
    expect(shown).toMatch(/<h1 lang="[^"]+">[^<]{4,}<\/h1>/);
    expect(
      shown.match(/<iframe class="(narrow|wide)" sandbox title="[^"]+" src="[^"]+\/(light|dark)"><\/iframe>/g),
    ).toHaveLength(4);
    expect(shown).toContain('https://jobwire.example/');
    expect(shown).toContain('&quot;');
  });

  it.each([
    ['light', '@media not all'],
    ['dark', '@media all'],
  ])('is itself in the %s look, whatever the browser prefers', async (look, media) => {
    const frame = await page(`${path}/${look}`);
    expect(frame).toContain(media);
    expect(frame).not.toContain('prefers-color-scheme');
  });
});

describe('what may run', () => {
  it('is nothing, in the pages and in the letters', async () => {
    for (const path of ['/dev/mails', '/dev/mails/notice/en', '/dev/mails/notice/en/dark']) {
      expect(await policyOf(path)).toContain("default-src 'none'");
      expect(await policyOf(path)).not.toContain('script-src');
      expect(await page(path)).not.toMatch(/<script|\son\w+=/i);
    }
  });

  it('is shut in where a letter is shown', async () => {
    const policy = await policyOf('/dev/mails/welcome/en/light');
    expect(policy.split('; ')).toEqual(
      expect.arrayContaining(['sandbox', "frame-ancestors 'self'", "form-action 'none'"]),
    );
  });
});

it.each([
  '/dev/mails/nobody/en',
  '/dev/mails/constructor/en',
  '/dev/mails/welcome/fr',
  '/dev/mails/welcome/en/blue',
  '/dev/mails/..%2Fwelcome/en',
])('knows no %s', async (path) => {
  expect((await fetch(`${url}${path}`)).status).toBe(404);
});

it.each(['production', 'test'] as const)('does not exist in %s', async (environment) => {
  const other = await serve(environment);
  expect(await (await fetch(`${other}/`)).text()).not.toContain('/dev/mails');
  for (const path of ['/dev/mails', ...every, '/api/v1/dev/mails', '/dev/mails/welcome/en/light']) {
    expect((await fetch(`${other}${path}`)).status).toBe(404);
  }
});
