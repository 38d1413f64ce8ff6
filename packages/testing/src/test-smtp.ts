import { createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';

import PostalMime, { type Email } from 'postal-mime';

import { createSeen, type Seen } from './seen.ts';
import { selfSigned } from './self-signed.ts';
import { createSmtpScript, type SmtpPhase, type SmtpScript } from './smtp-script.ts';
import { holdSession, type ReceivedMail } from './smtp-session.ts';
import { createSmtpStage, type SmtpStage } from './smtp-stage.ts';
import { createSmtpWire } from './smtp-wire.ts';

/** A mail that the server has taken. */
export interface TestMail extends ReceivedMail {
  parsed: Email;
  /** When it came, in milliseconds of the epoch. */
  at: number;
}

/** A real SMTP server that fails as told. */
export interface TestSmtp extends Pick<SmtpScript, 'always' | 'once'> {
  url: string;
  port: number;
  /** All mails so far; also one whose reply was dropped. */
  readonly mails: readonly TestMail[];
  /** The mails to one address. */
  mailsTo(address: string): readonly TestMail[];
  /** How often a phase was reached, by all sessions or for one recipient. */
  reached(phase: SmtpPhase, to?: string): number;
  /**
   * The first mail that fits, now or later.
   *
   * @throws Error after four minutes
   */
  waitForMail(fits?: (mail: TestMail) => boolean): Promise<TestMail>;
  /** Resolves when sessions have reached a phase so often, e.g. hang there. */
  waitForPhase(phase: SmtpPhase, times?: number, to?: string): Promise<void>;
  /** Let hanging sessions go on: all, or those whose fault is for this address. */
  release(to?: string): void;
  /** Cut all connections, as by a restart: the next mail makes a new one. */
  cut(): void;
  stop(): Promise<void>;
}

/** How the server answers when nothing fails. */
export interface TestSmtpOptions {
  /** Before the reply to a mail. Milliseconds. */
  latencyMs?: number;
  /** Speak TLS with a certificate that nobody trusts: when asked to, or from the first byte. Default: not at all. */
  tls?: 'starttls' | 'implicit';
}

/** Start an SMTP server on a free port of 127.0.0.1. It takes any credentials, and none. */
export async function testSmtp({ latencyMs = 0, tls }: TestSmtpOptions = {}): Promise<TestSmtp> {
  const script = createSmtpScript();
  const stage = createSmtpStage(script);
  const mails = createSeen<TestMail>();
  const sockets = new Set<Socket>();
  const server = tls === 'implicit' ? createTlsServer(selfSigned) : createServer();
  const deliver = deliverTo(mails);
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    // The end of a handshake that failed.
    socket.on('error', () => undefined);
  });
  server.on(tls === 'implicit' ? 'secureConnection' : 'connection', (socket: Socket) => {
    const host = { stage, latencyMs, offersTls: tls === 'starttls', deliver };
    void holdSession(createSmtpWire(socket), host, tls === 'implicit');
  });
  const port = await listen(server);
  const reached = (phase: SmtpPhase, to?: string): number => countReached(stage, phase, to);
  const cut = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: `${tls === 'implicit' ? 'smtps' : 'smtp'}://127.0.0.1:${port}`,
    port,
    always: script.always,
    once: script.once,
    mails: mails.items,
    mailsTo: (address) => mails.items.filter(({ to }) => to.includes(address)),
    reached,
    waitForMail: (fits = () => true) => mails.waitFor('a mail', fits),
    waitForPhase: async (phase, times = 1, to) =>
      void (await stage.reached.waitFor(`${phase} × ${times}`, () => reached(phase, to) >= times)),
    release: stage.release,
    cut,
    async stop() {
      stage.release();
      cut();
      await new Promise<void>((resolve) => void server.close(() => resolve()));
    },
  };
}

function countReached(stage: SmtpStage, phase: SmtpPhase, address: string | undefined): number {
  const fits = (to: readonly string[]): boolean => address === undefined || to.includes(address);
  return stage.reached.items.filter((item) => item.phase === phase && fits(item.to)).length;
}

/** Parsed before it is kept, so that whoever sees a mail can read it at once. */
function deliverTo(mails: Seen<TestMail>): (mail: ReceivedMail) => Promise<() => void> {
  return async (mail) => {
    const parsed = await PostalMime.parse(mail.raw);
    return () => mails.add({ ...mail, parsed, at: Date.now() });
  };
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The SMTP server has no port');
  return address.port;
}
