import type { Emit } from '@jobwire/runtime';

import { createInboxServer } from './inbox-http.ts';
import { openSmtpDoor } from './inbox-smtp.ts';
import { listenOn, localHost } from './listen.ts';
import { openMailbox } from './mailbox.ts';

/** How many mails are kept; Mailpit's default too. */
const capacity = 500;

/** What the inbox needs to know. */
export interface InboxOptions {
  /** Where mails arrive; 0 for a free one. */
  smtpPort: number;
  /** Where they are shown; 0 for a free one. */
  httpPort: number;
  /** The address that both listen on; 127.0.0.1 unless it is given. */
  host?: string;
  /** Where they are kept as `.eml` files; without it they are forgotten at the end. */
  dataDir?: string;
  emit: Emit;
}

/** A running inbox. */
export interface Inbox {
  smtpUrl: string;
  httpUrl: string;
  stop(): Promise<void>;
}

/**
 * Start the development inbox: real SMTP in, a page and Mailpit's JSON paths out, both on this machine alone unless `host` says otherwise. It keeps the newest
 * 500 mails and sends nothing on.
 *
 * @throws Error `EADDRINUSE` when a port is taken
 */
export async function startInbox(options: InboxOptions): Promise<Inbox> {
  const { smtpPort, httpPort, host = localHost, dataDir, emit } = options;
  const mailbox = await openMailbox(dataDir, capacity);
  const failed = (error: Error): void => emit('inbox.failed', { error });
  const server = createInboxServer(mailbox, failed);
  const shownAt = await listenOn(server, httpPort, host);
  const stopServer = (): Promise<void> => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeAllConnections();
    return closed;
  };
  const keep = async (raw: Buffer): Promise<void> => {
    const id = await mailbox.add(raw);
    emit('inbox.received', { id, bytes: raw.length });
  };
  try {
    const door = await openSmtpDoor({ port: smtpPort, host }, keep, failed);
    return {
      smtpUrl: `smtp://127.0.0.1:${door.port}`,
      httpUrl: `http://localhost:${shownAt}`,
      stop: async () => void (await Promise.all([door.stop(), stopServer()])),
    };
  } catch (error) {
    await stopServer();
    throw error;
  }
}
