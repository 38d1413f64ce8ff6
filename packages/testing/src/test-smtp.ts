import { setTimeout as sleep } from 'node:timers/promises';

import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';

import { createSeen, type Seen } from './seen.ts';
import { createSmtpScript, type SmtpPhase, type SmtpScript } from './smtp-script.ts';
import { type Continuation, createSmtpStage, type SmtpStage } from './smtp-stage.ts';

/** A mail that the server has taken. */
export interface TestMail {
  /** The envelope. */
  from: string;
  to: readonly string[];
  raw: Buffer;
  parsed: Email;
}

/** A real SMTP server that fails as told. */
export interface TestSmtp extends Pick<SmtpScript, 'always' | 'once'> {
  url: string;
  port: number;
  /** All mails so far; also one whose reply was dropped. */
  readonly mails: readonly TestMail[];
  /** How often a phase was reached, by all sessions. */
  reached(phase: SmtpPhase): number;
  /**
   * The first mail that fits, now or later.
   *
   * @throws Error after 60 s
   */
  waitForMail(fits?: (mail: TestMail) => boolean): Promise<TestMail>;
  /** Resolves when sessions have reached a phase so often, e.g. hang there. */
  waitForPhase(phase: SmtpPhase, times?: number): Promise<void>;
  /** Let hanging sessions go on. */
  release(): void;
  stop(): Promise<void>;
}

/** How the server answers when nothing fails. */
export interface TestSmtpOptions {
  /** Before the reply to a mail. Milliseconds. */
  latencyMs?: number;
}

/** Start an SMTP server on a free port of 127.0.0.1. It takes any credentials, and none; it offers no TLS. */
export async function testSmtp({ latencyMs = 0 }: TestSmtpOptions = {}): Promise<TestSmtp> {
  const script = createSmtpScript();
  const stage = createSmtpStage(script);
  const mails = createSeen<TestMail>();
  const server = createServer(stage, mails, latencyMs);
  const port = await listen(server);
  const reached = (phase: SmtpPhase): number => stage.reached.items.filter((item) => item.phase === phase).length;
  return {
    url: `smtp://127.0.0.1:${port}`,
    port,
    always: script.always,
    once: script.once,
    mails: mails.items,
    reached,
    waitForMail: (fits = () => true) => mails.waitFor('a mail', fits),
    waitForPhase: async (phase, times = 1) =>
      void (await stage.reached.waitFor(`${phase} × ${times}`, () => reached(phase) >= times)),
    release: stage.release,
    stop: async () => {
      stage.breakAll();
      await new Promise<void>((resolve) => server.close(resolve));
    },
  };
}

type Done = (error?: Error | null) => void;

function createServer(stage: SmtpStage, mails: Seen<TestMail>, latencyMs: number): SMTPServer {
  const pass = (phase: SmtpPhase, session: SMTPServerSession, done: Done): void =>
    void stage.play(phase, session).then((how) => finish(how, done));
  const server = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 100,
    onConnect: (session, done) => pass('connect', session, done),
    onAuth: (_auth, session, done) => pass('auth', session, (error) => done(error, { user: 'anybody' })),
    onMailFrom: (_address, session, done) => pass('mail', session, done),
    onRcptTo: (_address, session, done) => pass('rcpt', session, done),
    onData: (stream, session, done) =>
      void receive(stream, session, stage, mails)
        .then(async (how) => {
          if (latencyMs > 0) await sleep(latencyMs);
          finish(how, done);
        })
        .catch(done),
  });
  // A client that leaves early is a normal event here.
  server.on('error', () => undefined);
  stage.attach(server);
  return server;
}

/** A session that is gone gets no answer. */
function finish(how: Continuation, done: Done): void {
  if (how !== 'gone') done(how === 'on' ? null : how);
}

async function receive(
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
  stage: SmtpStage,
  mails: Seen<TestMail>,
): Promise<Continuation> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) {
    if (chunks.length === 0 && (await stage.play('body', session)) === 'gone') return 'gone';
    chunks.push(chunk);
  }
  const mail = await mailOf(Buffer.concat(chunks), session);
  return stage.play('final', session, (fault) => {
    // Only a refusal says that the server does not have it.
    if (fault === undefined || !('reply' in fault)) mails.add(mail);
  });
}

async function mailOf(raw: Buffer, { envelope }: SMTPServerSession): Promise<TestMail> {
  return {
    from: envelope.mailFrom === false ? '' : envelope.mailFrom.address,
    to: envelope.rcptTo.map(({ address }) => address),
    raw,
    parsed: await PostalMime.parse(raw),
  };
}

async function listen(server: SMTPServer): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('The SMTP server has no port');
  return address.port;
}
