import { randomUUID } from 'node:crypto';

import express from 'express';

/** What `POST /register` answers, with nothing behind it: the limit that Express alone sets. */
const app = express();
app.disable('x-powered-by');
app.disable('etag');
app.use(express.json());
app.post('/register', (_request, response) => {
  const id = randomUUID();
  response.status(202).json({
    message: 'Registered. The welcome e-mail will be sent in the background.',
    job: {
      id,
      name: 'email.welcome',
      state: 'queued',
      progress: null,
      attempt: 0,
      maxAttempts: 7,
      createdAt: new Date().toISOString(),
      links: { self: `/jobs/${id}`, events: `/jobs/${id}/events`, socket: `job:${id}` },
    },
    ticket: `${'x'.repeat(36)}.${'x'.repeat(160)}.${'x'.repeat(43)}`,
    ticketExpiresAt: new Date().toISOString(),
  });
});
const server = app.listen(0, () => {
  const address = server.address();
  if (address !== null && typeof address === 'object') process.send?.(`http://localhost:${address.port}`);
});
process.on('disconnect', () => process.exit(0));
