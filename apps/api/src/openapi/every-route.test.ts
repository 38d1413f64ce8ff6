import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { allDocs, undocumented } from './all-docs.ts';
import { type ComposedApi, composedApi } from './testing/composed-api.ts';
import { routesOf } from './testing/routes-of.ts';

let api: ComposedApi;
let routes: string[];
beforeAll(async () => {
  // With its letters: what exists in development only must be accounted for too. Rate limits name routes of others.
  api = await composedApi({ NODE_ENV: 'development', RATE_LIMITS: 'off' });
  routes = [...routesOf(api.app)];
});
afterAll(() => api.stop());

const plain = (): string[] => routes.filter((route) => !route.includes(' /api/v1'));
const left = (route: string): boolean => Object.keys(undocumented).some((start) => route.includes(` ${start}`));

describe('the routes of the composed API', () => {
  it('are described, or left out with a reason', () => {
    const described = new Set(allDocs.map(({ method, path }) => `${method.toUpperCase()} ${path}`));
    expect(plain().filter((route) => !described.has(route) && !left(route))).toEqual([]);
  });

  it('are all that is described', () => {
    const there = new Set(plain());
    expect(
      allDocs.map(({ method, path }) => `${method.toUpperCase()} ${path}`).filter((route) => !there.has(route)),
    ).toEqual([]);
  });

  it('are there for every reason to leave one out', () => {
    for (const start of Object.keys(undocumented)) expect(routes.join('\n')).toContain(` ${start}`);
  });

  it('are the same under /api/v1', () => {
    const prefixed = routes
      .filter((route) => route.includes(' /api/v1'))
      .map((route) => route.replace(' /api/v1', ' '));
    expect(prefixed.toSorted()).toEqual(plain().toSorted());
  });
});
