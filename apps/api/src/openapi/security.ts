import type { ZodOpenApiComponentsObject } from 'zod-openapi';

import type { Audience } from './route-doc.ts';

/** How a caller says who they are. */
export const securitySchemes = {
  accessToken: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: 'A person, for an hour: from `POST /verify` or `POST /refresh`.',
  },
  apiKey: {
    type: 'http',
    scheme: 'bearer',
    description: 'A program: made with `npm run api-key`, and good for the jobs that it names.',
  },
  ticket: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: 'For reading one job and its upload, for 24 hours: answered when the job is started.',
  },
  ticketQuery: { type: 'apiKey', in: 'query', name: 'ticket', description: 'A ticket where no header can be sent.' },
  sessionCookie: {
    type: 'apiKey',
    in: 'cookie',
    name: 'jobwire',
    description: 'The session of a browser; under TLS the cookie is called `__Host-jobwire`. Set by `POST /verify`.',
  },
  signature: {
    type: 'apiKey',
    in: 'query',
    name: 'signature',
    description: 'A signed address, as an answer gave it: whoever has it may read until it expires.',
  },
} as const satisfies ZodOpenApiComponentsObject['securitySchemes'];

type Scheme = keyof typeof securitySchemes;

const schemesOf: Readonly<Record<Audience, readonly Scheme[]>> = {
  anyone: [],
  ticket: ['ticket', 'ticketQuery'],
  user: ['accessToken'],
  key: ['apiKey'],
  viewer: ['accessToken'],
  operator: ['accessToken'],
  cookie: ['sessionCookie'],
  signed: ['signature'],
};

/** What a route asks for, one of them being enough; `{}` stands for nothing at all. */
export function securityOf(audience: readonly Audience[]): Record<string, string[]>[] {
  const schemes = new Set(audience.flatMap((who) => schemesOf[who]));
  const open = audience.includes('anyone') ? [{}] : [];
  return [...open, ...[...schemes].map((scheme) => ({ [scheme]: [] }))];
}
