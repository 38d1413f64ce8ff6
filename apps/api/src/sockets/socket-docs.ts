import type { RouteDoc } from '../openapi/route-doc.ts';

/** `GET /ws`: what the upgrade answers. What is said on the socket is not HTTP. */
export const socketDocs: readonly RouteDoc[] = [
  {
    method: 'get',
    path: '/ws',
    id: 'openSocket',
    summary: 'Open a WebSocket',
    description:
      'Subprotocol `jobwire.v1`; none offered means it. Text frames of JSON: `{"id":1,"op":"hello"}` first, then `{"id":2,"op":"sub","ch":"job:<id>","ticket":"<ticket>"}`. Tokens and tickets go in frames, never in the address. Pages of other origins than `CORS_ORIGINS` are refused.',
    tag: 'Watching',
    audience: ['anyone'],
    headers: {
      Upgrade: '`websocket`.',
      'Sec-WebSocket-Protocol': '`jobwire.v1`.',
      Origin: 'Where the page is from; browsers send it.',
    },
    answers: { 101: { about: 'It is a socket now.' } },
    errors: ['UPGRADE_REQUIRED', 'BAD_REQUEST', 'FORBIDDEN', 'TOO_MANY_SOCKETS'],
  },
];
