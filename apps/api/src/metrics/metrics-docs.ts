import { z } from 'zod';

import type { RouteDoc } from '../openapi/route-doc.ts';

/** What the OpenAPI document says of the metrics. */
export const metricsDocs: readonly RouteDoc[] = [
  {
    method: 'get',
    path: '/metrics',
    id: 'getMetrics',
    summary: 'Metrics of this process',
    description:
      'Prometheus’ text format. With `METRICS_TOKEN` it must come as bearer token; without it, production has no such path. ' +
      'Whoever does not know the token gets 404.',
    tag: 'Health',
    audience: ['anyone'],
    alwaysOpen: true,
    answers: { 200: { about: 'The metrics', type: 'text/plain', schema: z.string() } },
    errors: ['NOT_FOUND'],
  },
];
