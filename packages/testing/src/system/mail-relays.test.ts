import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { freePort } from '@jobwire/embedded';

import { testFolder } from '../folder.ts';
import { selfSigned } from '../self-signed.ts';
import { createStops } from '../stops.ts';
import { testDns } from '../test-dns.ts';
import { testSmtp, type TestSmtp } from '../test-smtp.ts';
import type { AppProcess } from './app-process.ts';
import { type MailStage, type MailState, startMailStage } from './mail-stage.ts';
import { restoreHealth, skipWaits } from './skip-waits.ts';

/** A mail server as the configuration names it, and what becomes of a mail. */
interface RelayCase {
  id: string;
  does: string;
  env: () => Record<string, string>;
  run: Partial<MailState>;
  /** All mail is held, and somebody is told. */
  holds?: true;
  /** Why, as the log has it. */
  says?: string;
}

const unreachable = { job: 'retrying', attempt: 1, mail: 'retry_wait', code: 'RELAY_UNREACHABLE', copies: 0 };
const misconfigured = { job: 'retrying', attempt: 0, mail: 'retry_wait', code: 'MAIL_CONFIG', copies: 0 };
const sent = { job: 'succeeded', attempt: 1, mail: 'sent', code: null, duplicate: false };

const stops = createStops();
let stage: MailStage;
let worker: AppProcess | undefined;
const relays: Partial<Record<'plain' | 'starttls' | 'implicit', TestSmtp>> = {};
let closedPort: number;
let certificate: string;
let resolver: string;

const relay = (kind: keyof typeof relays): TestSmtp => {
  const found = relays[kind];
  if (!found) throw new Error('The relays have started');
  return found;
};
const url = (kind: keyof typeof relays, query = ''): Record<string, string> => ({ SMTP_URL: relay(kind).url + query });
const dnsCheck = (): Record<string, string> => ({ ...url('plain'), MAIL_DNS_CHECK: 'on', NODE_OPTIONS: resolver });

beforeAll(async () => {
  stage = stops.add(await startMailStage());
  await stage.system.workers[0]?.stop();
  relays.plain = stops.add(await testSmtp());
  relays.starttls = stops.add(await testSmtp({ tls: 'starttls' }));
  relays.implicit = stops.add(await testSmtp({ tls: 'implicit' }));
  closedPort = await freePort();
  const folder = stops.add(await testFolder('relays'));
  certificate = join(folder.path, 'certificate.pem');
  await writeFile(certificate, selfSigned.cert);
  const dns = stops.add(
    await testDns({
      'good.example': { mx: ['mx.good.example'] },
      'bare.example': { a: ['192.0.2.1'] },
      'null.example': { mx: [''] },
      'broken.example': { broken: true },
    }),
  );
  resolver = askingAt(dns.address);
});
afterAll(() => stops.stopAll());

/** Node's option by which a process asks our name server, whatever the machine is set to. */
function askingAt(address: string): string {
  const script = `
    import { Resolver } from 'node:dns/promises';
    const told = new WeakSet();
    for (const name of ['resolveMx', 'resolve4', 'resolve6']) {
      const real = Resolver.prototype[name];
      Resolver.prototype[name] = function (domain) {
        if (!told.has(this)) this.setServers(['${address}']);
        told.add(this);
        return real.call(this, domain);
      };
    }`;
  return `--import=data:text/javascript;base64,${Buffer.from(script).toString('base64')}`;
}

beforeEach(async () => {
  await worker?.kill();
  await restoreHealth(stage.db);
  await skipWaits(stage.db);
  // What the last case left waiting is not the next one's.
  await stage.db.query(`UPDATE jobs SET state = 'cancelled', finished_at = now() WHERE finished_at IS NULL`);
});

const cases: readonly RelayCase[] = [
  {
    id: 'R41.2',
    does: 'a port that nobody listens on',
    env: () => ({ SMTP_URL: `smtp://127.0.0.1:${closedPort}` }),
    run: unreachable,
  },
  {
    id: 'R41.3',
    does: 'a host without an address',
    env: () => ({ SMTP_URL: 'smtp://relay.invalid:25' }),
    run: unreachable,
  },
  {
    id: 'R52.1',
    does: 'a server without TLS',
    env: () => url('plain', '?requireTLS=true'),
    run: misconfigured,
    holds: true,
  },
  {
    id: 'R52.2',
    does: 'a server that speaks plainly where TLS is spoken',
    env: () => ({ SMTP_URL: relay('plain').url.replace('smtp:', 'smtps:') }),
    run: misconfigured,
    holds: true,
  },
  {
    id: 'R53.1',
    does: 'a certificate that nobody signed (STARTTLS)',
    env: () => url('starttls'),
    run: misconfigured,
    holds: true,
  },
  {
    id: 'R53.2',
    does: 'a certificate that nobody signed (smtps)',
    env: () => url('implicit'),
    run: misconfigured,
    holds: true,
  },
  {
    id: 'R53.3',
    does: 'a certificate that the machine knows',
    env: () => ({ ...url('starttls', '?requireTLS=true'), NODE_EXTRA_CA_CERTS: certificate }),
    run: sent,
  },
];

it.each(cases)('$id: $does', async ({ id, env, run, holds }) => {
  const email = `${id.toLowerCase()}@example.com`;
  const asked = (): number => Object.values(relays).reduce((sum, each) => sum + each.reached('mail'), 0);
  const before = asked();
  worker = await stage.system.startWorker(env());
  const { output } = worker;
  const { copies: _, ...state } = await stage.ended(await stage.register(email), 1);
  const { copies, ...expected } = { copies: 1, ...run };
  expect(state).toMatchObject(expected);
  expect(Object.values(relays).flatMap((each) => each.mailsTo(email))).toHaveLength(copies);
  // Nothing was said in plain text, not even who it is for.
  expect(asked() - before).toBe(copies);
  expect((await stage.paused()).includes('email.welcome')).toBe(holds === true);
  expect(output().includes('mail.alarm')).toBe(holds === true);
});

it('R53: no setting lets a certificate go unchecked', async () => {
  const refused = stage.system.startWorker(url('starttls', '?rejectUnauthorized=false'));
  await expect(refused).rejects.toThrow(/SMTP_URL: unknown option rejectUnauthorized/);
});

it.each([
  { domain: 'nowhere.example', takes: false, does: 'that does not exist' },
  { domain: 'null.example', takes: false, does: 'that says that it takes no mail' },
  { domain: 'good.example', takes: true, does: 'with a mail exchange' },
  { domain: 'bare.example', takes: true, does: 'with an address only' },
  { domain: 'broken.example', takes: true, does: 'whose name server is in trouble' },
])('R24: accepts an address of a domain $does ($domain)', async ({ domain, takes }) => {
  worker = await stage.system.startWorker(dnsCheck());
  const state = await stage.ended(await stage.register(`r24@${domain}`), 1);
  const refused = { job: 'failed', attempt: 1, error: 'EMAIL_DOMAIN_UNDELIVERABLE', mail: 'failed' };
  expect(state).toMatchObject(takes ? { job: 'succeeded', mail: 'sent' } : refused);
  expect(relay('plain').mailsTo(`r24@${domain}`)).toHaveLength(takes ? 1 : 0);
});
