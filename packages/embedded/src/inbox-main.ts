import { startProcess } from '@jobwire/runtime';

import { startInbox } from './inbox.ts';

// Inside a container mails come from other machines; which addresses are reached from outside is decided where ports are published.
const host = process.argv[2] ?? '127.0.0.1';

await startProcess('inbox', async ({ config, emit, lifecycle }) => {
  const { INBOX_PORT: httpPort = 8025, INBOX_SMTP_PORT: smtpPort = 1025 } = config;
  const inbox = await startInbox({ smtpPort, httpPort, host, emit });
  lifecycle.add({ name: 'inbox', deadlineMs: 2_000, stop: () => inbox.stop() });
  return { url: inbox.httpUrl };
});
