import { z } from 'zod';

import type { RouteDoc } from '../openapi/route-doc.ts';
import { healthSchema, readinessSchema } from './health-views.ts';

/** `GET /health`, `/livez` and `/readyz`. */
export const healthDocs: readonly RouteDoc[] = [
  {
    method: 'get',
    path: '/health',
    id: 'getHealth',
    summary: 'How this process is',
    tag: 'Health',
    audience: ['anyone'],
    alwaysOpen: true,
    answers: {
      200: { about: 'Healthy.', schema: healthSchema },
      503: { about: 'Not healthy; `checks` says why.', schema: healthSchema },
    },
  },
  {
    method: 'get',
    path: '/livez',
    id: 'getLiveness',
    summary: 'Whether this process is alive',
    description: 'Asks nobody: a dependency that is away is no reason to restart.',
    tag: 'Health',
    audience: ['anyone'],
    alwaysOpen: true,
    answers: { 200: { about: 'Alive.', schema: z.object({ status: z.literal('alive') }) } },
  },
  {
    method: 'get',
    path: '/readyz',
    id: 'getReadiness',
    summary: 'Whether requests should be sent here',
    tag: 'Health',
    audience: ['anyone'],
    alwaysOpen: true,
    answers: {
      200: { about: 'Ready.', schema: readinessSchema },
      503: { about: 'Not ready, or stopping; `checks` says why.', schema: readinessSchema },
    },
  },
];
