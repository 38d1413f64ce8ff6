import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';

import { listenOn } from './listen.ts';

/** Bytes; Gmail's limit, so that what is refused here would be refused there. */
const maxMailBytes = 25 * 1024 * 1024;

/** A server that takes every mail. */
export interface SmtpDoor {
  port: number;
  stop(): Promise<void>;
}

/**
 * Take mails over SMTP: from anybody, to anybody, with any credentials or none.
 *
 * @param where its port, 0 for a free one, and the address to listen on
 * @param keep resolves when the mail is kept; only then the sender gets its answer
 * @throws Error `EADDRINUSE` when the port is taken
 */
export async function openSmtpDoor(
  where: { port: number; host: string },
  keep: (raw: Buffer) => Promise<unknown>,
  failed: (error: Error) => void,
): Promise<SmtpDoor> {
  const server = new SMTPServer({
    name: 'inbox.localhost',
    banner: 'Jobwire inbox',
    size: maxMailBytes,
    authOptional: true,
    allowInsecureAuth: true,
    // Nothing leaves this machine, and a self-made certificate would only make clients refuse.
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 500,
    onAuth: (_auth, _session, done) => done(null, { user: 'anybody' }),
    onData: (stream, session, done) => void receive(stream, session, keep).then(done, done),
  });
  // Otherwise a client that hangs up would end the process.
  server.on('error', failed);
  const taken = await listenOn(server.server, where.port, where.host);
  return { port: taken, stop: () => new Promise((resolve) => server.close(resolve)) };
}

async function receive(
  stream: SMTPServerDataStream,
  { envelope }: SMTPServerSession,
  keep: (raw: Buffer) => Promise<unknown>,
): Promise<Error | null> {
  const chunks: Buffer[] = [];
  // Read to its end also when it is too large: the answer comes only after the last dot.
  for await (const chunk of stream) if (!stream.sizeExceeded) chunks.push(chunk);
  if (stream.sizeExceeded) return Object.assign(new Error('The mail is too large'), { responseCode: 552 });
  const sender = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
  // The last server on a mail's way records the envelope's sender (RFC 5321 §4.4).
  await keep(Buffer.concat([Buffer.from(`Return-Path: <${sender}>\r\n`), ...chunks]));
  return null;
}
