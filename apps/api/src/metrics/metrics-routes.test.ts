import { describe, expect, it } from '@jest/globals';
import { createMetrics } from '@jobwire/runtime';

import { smallServer } from '../http/testing/small-server.ts';
import { metricsRoutes } from './metrics-routes.ts';

type Config = Parameters<typeof metricsRoutes>[1];
const token = 'a token of Prometheus';

/** The status of /metrics with each of these headers. */
async function statuses(config: Config, ...authorizations: (string | undefined)[]): Promise<number[]> {
  const server = await smallServer([
    metricsRoutes(
      createMetrics('test', () => undefined),
      config,
    ),
  ]);
  const asked = authorizations.map(async (authorization) => {
    const answer = await fetch(`${server.url}/metrics`, { headers: authorization ? { authorization } : {} });
    return answer.status;
  });
  const answers = await Promise.all(asked);
  await server.stop();
  return answers;
}

describe('/metrics', () => {
  it('is not there in production without the token', async () => {
    const config: Config = { NODE_ENV: 'production', METRICS_TOKEN: token };
    expect(await statuses(config, undefined, 'Bearer wrong', token, `Basic ${token}`, `Bearer ${token}x`)).toEqual([
      404, 404, 404, 404, 404,
    ]);
    expect(await statuses(config, `Bearer ${token}`)).toEqual([200]);
  });

  it('is not there in production at all while no token is set', async () => {
    const config: Config = { NODE_ENV: 'production', METRICS_TOKEN: undefined };
    expect(await statuses(config, undefined, 'Bearer undefined', 'Bearer ')).toEqual([404, 404, 404]);
  });

  it('is open while developing, unless a token is set', async () => {
    expect(await statuses({ NODE_ENV: 'development', METRICS_TOKEN: undefined }, undefined)).toEqual([200]);
    expect(await statuses({ NODE_ENV: 'development', METRICS_TOKEN: token }, undefined)).toEqual([404]);
  });
});
