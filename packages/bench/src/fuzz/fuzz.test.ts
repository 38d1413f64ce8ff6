import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createStops, engines, testDatabase } from '@jobwire/testing';

import { fuzz, type FuzzReport } from './fuzz.ts';
import { describeFinding } from './print.ts';
import { startTarget } from './target.ts';

const stops = createStops();
let report: FuzzReport;

// Few requests of one seed: what they find, everybody finds. `npm run fuzz` is for more.
beforeAll(async () => {
  const [engine] = engines;
  const { redisUrl } = stops.add(await engine!.start());
  const { url: databaseUrl } = stops.add(await testDatabase());
  const target = stops.add(await startTarget({ databaseUrl, redisUrl }));
  report = await fuzz(target, { requests: 2_000, seed: 42, lanes: 4 });
});
afterAll(() => stops.stopAll());

describe('requests of every kind to every route', () => {
  it('are answered as the document says', () => {
    expect(report.findings.map(describeFinding)).toEqual([]);
  });

  it('reach what they are meant for: routes are used rightly and wrongly', () => {
    const all = [...report.counts].map(([route, statuses]) => ({ route, statuses: [...statuses.keys()] }));
    expect(all.length).toBeGreaterThan(30);
    // Hardly anything can be wrong with a request for a page.
    const varied = all.filter(({ statuses }) => statuses.length > 1);
    expect(varied.length / all.length).toBeGreaterThan(0.9);
    const used = all.filter(({ statuses }) => statuses.some((status) => status >= 200 && status < 400));
    expect(used.length / all.length).toBeGreaterThan(0.5);
  });
});
