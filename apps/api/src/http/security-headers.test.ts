import { describe, expect, it } from '@jest/globals';
import { Router } from 'express';

import { smallServer } from './testing/small-server.ts';

const routes = Router()
  .get('/things', (_request, response) => void response.json({}))
  .get('/crash', () => {
    throw new Error('SELECT * FROM users at /srv/app/secret.ts');
  });

/** The headers of every kind of answer: found, unknown, broken. */
async function headersUnder(PUBLIC_URL: string): Promise<Headers[]> {
  const server = await smallServer([routes], { config: { NODE_ENV: 'production', PUBLIC_URL, CORS_ORIGINS: [] } });
  try {
    const answers = await Promise.all(['/things', '/nothing', '/crash'].map((path) => fetch(`${server.url}${path}`)));
    return answers.map(({ headers }) => headers);
  } finally {
    await server.stop();
  }
}

describe('every answer', () => {
  it('is neither run, framed, guessed nor embedded, and names no software', async () => {
    for (const headers of await headersUnder('https://jobs.example')) {
      expect(Object.fromEntries(headers)).toMatchObject({
        'content-security-policy': "default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none'",
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
      });
      expect([headers.get('x-powered-by'), headers.get('server')]).toEqual([null, null]);
    }
  });

  it('asks browsers to stay with TLS where there is TLS, and only there', async () => {
    for (const headers of await headersUnder('https://jobs.example')) {
      expect(headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
    }
    for (const headers of await headersUnder('http://localhost:3000')) {
      expect(headers.get('strict-transport-security')).toBeNull();
    }
  });

  it('tells nothing of an error that nobody expected', async () => {
    const server = await smallServer([routes]);
    try {
      const answer = await fetch(`${server.url}/crash`);
      const text = await answer.text();
      expect(answer.status).toBe(500);
      expect(text).not.toMatch(/SELECT|srv|secret|\bat\b .*:\d+/);
      expect(JSON.parse(text)).toMatchObject({ code: 'INTERNAL', traceId: answer.headers.get('x-request-id') });
    } finally {
      await server.stop();
    }
  });
});
