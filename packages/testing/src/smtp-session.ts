import { setTimeout as sleep } from 'node:timers/promises';

import type { SmtpPhase } from './smtp-script.ts';
import { type Continuation, replyText, type SmtpGuest, type SmtpStage } from './smtp-stage.ts';
import type { SmtpWire } from './smtp-wire.ts';

/** An envelope and what was in it. */
export interface ReceivedMail {
  from: string;
  to: readonly string[];
  raw: Buffer;
}

/** The server that a session belongs to. */
export interface SmtpHost {
  stage: SmtpStage;
  /** Before the reply to a mail. Milliseconds. */
  latencyMs: number;
  /** Whether the client may ask for TLS. */
  offersTls: boolean;
  /** Takes a mail; it is in when this resolves. */
  deliver(mail: ReceivedMail): Promise<() => void>;
}

/** What a client has told so far. */
interface Session extends SmtpGuest {
  host: SmtpHost;
  from: string;
  to: string[];
  secure: boolean;
}

/** Talk with one client until it leaves (RFC 5321, RFC 4954, RFC 3207): as much as a client in good order needs. */
export async function holdSession(wire: SmtpWire, host: SmtpHost, secure: boolean): Promise<void> {
  const session: Session = { wire, host, from: '', to: [], secure };
  await step(session, 'connect', 220, 'scripted ESMTP');
  for (let line = await wire.line(); line !== undefined; line = await wire.line()) {
    const verb = (/^[a-z]+/i.exec(line)?.[0] ?? '').toUpperCase();
    await (verbs[verb] ?? unknown)(session, line);
  }
}

const unknown = async ({ wire }: Session): Promise<void> => wire.write(replyText(502, '5.5.1 Not implemented'));

const ok = async ({ wire }: Session): Promise<void> => wire.write(replyText(250, '2.0.0 OK'));

const verbs: Readonly<Record<string, (session: Session, line: string) => Promise<void>>> = {
  NOOP: ok,
  HELO: ok,
  async EHLO({ wire, host, secure }) {
    const tls = host.offersTls && !secure ? ['STARTTLS'] : [];
    wire.write(replyText(250, ['scripted', 'PIPELINING', '8BITMIME', 'AUTH LOGIN PLAIN', ...tls].join('\n')));
  },
  async RSET(session) {
    forget(session);
    await ok(session);
  },
  async QUIT({ wire }) {
    wire.write(replyText(221, '2.0.0 Bye'));
    wire.end();
  },
  async STARTTLS(session, line) {
    if (!session.host.offersTls) return unknown(session);
    if (!(await step(session, 'tls', 220, `2.0.0 ${line} now`))) return;
    session.secure = true;
    // A client that refuses the certificate leaves, and the next line is not there.
    await session.wire.upgrade().catch(() => session.wire.cut());
  },
  async AUTH(session, line) {
    const [, mechanism = '', initial] = line.split(' ');
    const questions = mechanism.toUpperCase() === 'LOGIN' ? ['VXNlcm5hbWU6', 'UGFzc3dvcmQ6'] : [''];
    for (const question of questions.slice(initial === undefined ? 0 : 1)) {
      session.wire.write(replyText(334, question));
      if ((await session.wire.line()) === undefined) return;
    }
    await step(session, 'auth', 235, '2.7.0 Welcome');
  },
  async MAIL(session, line) {
    if (await step(session, 'mail', 250, '2.1.0 OK')) session.from = addressIn(line);
  },
  async RCPT(session, line) {
    const address = addressIn(line);
    // Already now: whose recipient it is decides which fault is played.
    session.to.push(address);
    if (!(await step(session, 'rcpt', 250, '2.1.5 OK'))) session.to = session.to.filter((to) => to !== address);
  },
  async DATA(session) {
    // A client that pipelines asks before it knows that its recipient was refused.
    if (session.to.length === 0) return session.wire.write(replyText(503, '5.5.1 Whom to?'));
    if (!(await step(session, 'data', 354, 'End with a dot'))) return;
    await receive(session);
    forget(session);
  },
};

async function receive({ wire, host, from, to, ...session }: Session): Promise<void> {
  const guest = { ...session, wire, to };
  const raw = await wire.mail(async () => (await host.stage.play('body', guest)) === 'on');
  if (raw === undefined) return;
  const keep = await host.deliver({ from, to: [...to], raw });
  const how = await host.stage.play('final', guest, (fault) => {
    // Only a refusal says that the server does not have it.
    if (fault === undefined || !('reply' in fault)) keep();
  });
  if (host.latencyMs > 0) await sleep(host.latencyMs);
  if (how === 'on') wire.write(replyText(250, 'OK: message queued'));
}

/** Play a phase and answer it. True: the client may go on. */
async function step(session: Session, phase: SmtpPhase, code: number, text: string): Promise<boolean> {
  const how: Continuation = await session.host.stage.play(phase, session);
  if (how === 'on') session.wire.write(replyText(code, text));
  return how === 'on' || how === 'answered';
}

function forget(session: Session): void {
  session.from = '';
  session.to = [];
}

/** What is between the angles of `MAIL FROM:<…>`; empty for a bounce's sender. */
function addressIn(line: string): string {
  return /<([^>]*)>/.exec(line)?.[1] ?? '';
}
