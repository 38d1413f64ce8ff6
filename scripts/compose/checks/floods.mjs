import assert from 'node:assert/strict';

import { rawRequest, statuses } from '../raw-request.mjs';

/** Too much of something, and what others notice of it. */
export const floodChecks = [
  {
    name: 'who only sends half a request is let go, and others are served meanwhile',
    async run({ stack, visitor }) {
      const start = performance.now();
      const slow = Array.from({ length: 100 }, () =>
        rawRequest(stack, 'GET /health HTTP/1.1\r\nHost: localhost\r\nX-Slow: '),
      );
      assert.equal((await visitor.call('/health')).status, 200);
      const answers = await Promise.all(slow);
      assert.ok(answers.every((answer) => answer === '' || statuses(answer)[0] === 408));
      assert.ok(performance.now() - start < 30_000, 'they were held for longer than nginx waits for headers');
    },
  },
  {
    name: 'an address cannot be forged: its count goes on whatever X-Forwarded-For says',
    async run({ visitor }) {
      const limit = 20;
      const answers = [];
      for (let index = 0; index <= limit; index += 1) {
        const forged = { 'x-forwarded-for': `198.51.100.${index}, 10.0.0.1`, 'x-real-ip': `198.51.100.${index}` };
        answers.push((await visitor.post('/sign-in', { email: 'flood@example.com' }, forged)).status);
      }
      assert.equal(answers.at(-1), 429);
    },
  },
  {
    name: 'a flood is answered by nginx with 429, as a problem that says when to come back',
    async run({ visitor }) {
      const answers = await Promise.all(Array.from({ length: 400 }, () => visitor.call('/livez')));
      const refused = answers.filter(({ status }) => status === 429);
      assert.ok(answers.every(({ status }) => status === 200 || status === 429));
      assert.ok(refused.length > 0, 'all of them were answered');
      const [one] = refused;
      assert.match(one.headers.get('content-type'), /^application\/problem\+json/);
      assert.equal(one.headers.get('retry-after'), '1');
      const { code, retryable, traceId } = await one.json();
      assert.deepEqual([code, retryable, traceId], ['TOO_MANY_REQUESTS', true, one.headers.get('x-request-id')]);
    },
  },
];
