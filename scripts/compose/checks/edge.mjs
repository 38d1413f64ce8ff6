import assert from 'node:assert/strict';
import { connect as connectHttp2 } from 'node:http2';
import { connect } from 'node:tls';

import { rawRequest, statuses } from '../raw-request.mjs';

const securityHeaders = {
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/** What nginx does for everybody, and against some. */
export const edgeChecks = [
  {
    name: 'security headers come once, from the page, the API and nginx alike; nobody tells their version',
    async run({ visitor }) {
      for (const path of ['/', '/health', '/metrics', '/no-such-thing']) {
        const { headers } = await visitor.call(path);
        for (const [name, value] of Object.entries(securityHeaders))
          assert.equal(headers.get(name), value, `${name} of ${path}`);
        assert.match(headers.get('content-security-policy'), /^default-src 'none'[^,]*frame-ancestors 'none'$/);
        assert.equal(headers.get('server'), 'nginx');
        assert.equal(headers.get('x-powered-by'), null);
      }
    },
  },
  {
    name: 'TLS 1.2 and 1.3 are spoken, 1.1 is not; HTTP/2 is offered; plain HTTP is sent to TLS',
    async run({ stack, visitor }) {
      const protocolOf = (version) =>
        new Promise((resolve) => {
          const options = { minVersion: version, maxVersion: version, ciphers: 'DEFAULT@SECLEVEL=0' };
          const socket = connect({ host: '127.0.0.1', port: stack.ports.https, servername: 'localhost', ...options });
          socket.once('secureConnect', () => resolve(socket.getProtocol()) ?? socket.end());
          socket.once('error', () => resolve('refused'));
        });
      assert.deepEqual(await Promise.all(['TLSv1.1', 'TLSv1.2', 'TLSv1.3'].map(protocolOf)), [
        'refused',
        'TLSv1.2',
        'TLSv1.3',
      ]);
      const session = connectHttp2(visitor.baseUrl);
      const status = await new Promise((resolve, reject) => {
        session.once('error', reject);
        session
          .request({ ':path': '/health' })
          .once('response', (headers) => resolve(headers[':status']))
          .resume();
      });
      session.close();
      assert.equal(status, 200);
      const plain = await fetch(`http://localhost:${stack.ports.http}/docs?x=1`, { redirect: 'manual' });
      assert.deepEqual([plain.status, plain.headers.get('location')], [308, `${visitor.baseUrl}/docs?x=1`]);
    },
  },
  {
    name: 'an unknown host gets no answer, and links do not follow what a request says of its host',
    async run({ stack, visitor }) {
      assert.equal(await rawRequest(stack, 'GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n'), '');
      const email = visitor.addressOf('host');
      const body = JSON.stringify({ email });
      const forged = {
        'x-forwarded-host': 'evil.example',
        'x-forwarded-proto': 'http',
        forwarded: 'host=evil.example',
      };
      await visitor.call('/register', {
        method: 'POST',
        body,
        headers: { ...forged, 'content-type': 'application/json' },
      });
      assert.ok((await visitor.linkFor(email)).link.startsWith(`${visitor.baseUrl}/`));
    },
  },
  {
    name: 'what is not for everybody looks as if it were not there',
    async run({ visitor }) {
      const paths = [
        '/metrics',
        '/METRICS/',
        '//metrics',
        '/api/v1/metrics',
        '/%6detrics',
        '/.env',
        '/.git/config',
        '/debug',
      ];
      for (const path of [
        ...paths,
        '/assets/index.js.map',
        '/assets/../package.json',
        '/assets/%2e%2e/%2e%2e/etc/passwd',
      ]) {
        assert.equal((await visitor.call(path)).status, 404, path);
      }
    },
  },
  {
    name: 'pages of other origins are given nothing',
    async run({ visitor }) {
      for (const origin of [
        'https://evil.example',
        'null',
        'https://localhost.evil.example',
        'https://evil-localhost',
      ]) {
        const answer = await visitor.call('/health', { headers: { origin } });
        assert.equal(answer.headers.get('access-control-allow-origin'), null, origin);
        const headers = { origin, 'access-control-request-method': 'POST' };
        const preflight = await visitor.call('/register', { method: 'OPTIONS', headers });
        assert.equal(preflight.headers.get('access-control-allow-origin'), null, origin);
      }
    },
  },
  {
    name: 'requests that two servers could read differently are refused, and nothing is smuggled behind them',
    async run({ stack }) {
      const head = 'POST /register HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n';
      const smuggled = 'GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n';
      const ambiguous = [
        `${head}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${smuggled}`,
        `${head}Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n${smuggled}`,
        `${head}Content-Length: 0\r\nContent-Length: 5\r\n\r\n${smuggled}`,
        `${head}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n${smuggled}`,
      ];
      for (const text of ambiguous) {
        const [first, ...more] = statuses(await rawRequest(stack, text));
        assert.ok([400, 501].includes(first), `answered ${first} to ${JSON.stringify(text)}`);
        assert.deepEqual(more, []);
      }
    },
  },
  {
    name: 'headers and addresses have an end',
    async run({ stack }) {
      const get = (path, lines = '') => `GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n${lines}\r\n`;
      const statusOf = async (text) => statuses(await rawRequest(stack, text))[0];
      assert.equal(await statusOf(get(`/${'a'.repeat(9_000)}`)), 414);
      assert.ok([400, 431].includes(await statusOf(get('/health', `X-Long: ${'a'.repeat(20_000)}\r\n`))));
      const many = Array.from({ length: 101 }, (_none, index) => `X-H${index}: 1\r\n`).join('');
      assert.ok([400, 431].includes(await statusOf(get('/health', many))));
      assert.equal(await statusOf(get('/health')), 200);
    },
  },
];
