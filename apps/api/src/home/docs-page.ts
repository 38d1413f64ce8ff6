/** What answers, in the order in which a newcomer needs it. */
const routes: readonly [string, string][] = [
  [
    'POST /register',
    'Create an account and send the welcome mail: <code>{email, name?, locale?}</code>. 202 with job and ticket.',
  ],
  [
    'GET /verify, POST /verify',
    'The link of a mail: a page with a button, and what the button does: <code>{token}</code>. Answers <code>{accessToken, user}</code> and sets the session cookie.',
  ],
  [
    'POST /sign-in',
    'Send a link that signs in: <code>{email, locale?}</code>. 202 with job and ticket, the same for every address.',
  ],
  [
    'POST /refresh',
    'A new access token, for the session cookie. Each time sets the next cookie; wants an <code>Origin</code>.',
  ],
  ['POST /sign-out', 'End the session of the cookie, or of the access token.'],
  ['GET /me, DELETE /me', 'The account that an access token belongs to; forget it.'],
  ['GET /sessions, DELETE /sessions/:id', 'Where somebody is signed in; end one of them.'],
  [
    'POST /upload-image',
    'Multipart field <code>image</code> (JPEG, PNG, WebP, GIF, AVIF up to 20 MB). 202 with upload, job and ticket.',
  ],
  ['GET /uploads/:id', 'State of an upload and its sizes, with signed addresses.'],
  ['GET /uploads/:id/:preset', 'The picture: <code>thumb</code>, <code>medium</code> or <code>large</code>.'],
  ['GET /files/:id', 'A file that a job made, for whoever may read the job: 303 to its signed address.'],
  [
    'POST /jobs',
    'Start a job: <code>{name, payload}</code>, with an API key. 202 with job and ticket; <code>Idempotency-Key</code> repeats the answer.',
  ],
  ['GET /jobs/:id', 'A job; <code>ETag</code> is the number of its newest event.'],
  [
    'GET /jobs/:id/events',
    'Its events: JSON, or a stream with <code>Accept: text/event-stream</code>. <code>?after=</code> continues.',
  ],
  [
    'GET /ws',
    'WebSocket, subprotocol <code>jobwire.v1</code>: <code>hello</code>, then <code>sub</code> with a ticket.',
  ],
  ['GET /health, /livez, /readyz', 'For people and for containers.'],
  ['GET /suppressions', 'Addresses that no mail goes to, for administrators: <code>?after=&amp;limit=</code>.'],
  ['DELETE /suppressions/:address', 'Let mails go there again; for operators.'],
  [
    'GET /admin/queues',
    'The queues, for administrators: sign in with an address of <code>ADMIN_EMAILS</code>, or run <code>npm run admin-link</code>.',
  ],
];

/** The page at `/docs`. */
export function docsPage(): { title: string; main: string } {
  const rows = routes.map(([route, about]) => `<dt><code>${route}</code></dt><dd>${about}</dd>`).join('\n');
  return {
    title: 'Routes · Jobwire',
    main: `
<h1>Routes</h1>
<p>Each but the last also answers under <code>/api/v1</code>. Errors are <code>application/problem+json</code> with a stable <code>code</code>.
A ticket goes as <code>?ticket=</code> or as bearer token; access tokens and keys (<code>npm run api-key</code>) as bearer token.</p>
<h2>HTTP</h2>
<dl>
${rows}
</dl>
<h2>WebSocket</h2>
<pre><code>{"id":1,"op":"hello"}
{"id":2,"op":"sub","ch":"job:&lt;id&gt;","ticket":"&lt;ticket&gt;"}</code></pre>
<nav><a href="/">Home</a></nav>`,
  };
}
