import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { insertRegistration } from '@jobwire/db';
import { emailSend, emailWelcome, mailJobs } from '@jobwire/jobs';
import { handlers } from '@jobwire/jobs/handlers';
import type { BoundHandler } from '@jobwire/queue';
import { createKeyRing, sha256, uuidv7 } from '@jobwire/runtime';
import {
  createStops,
  engines,
  type EventSpy,
  eventually,
  type QueueSystem,
  spyEvents,
  startQueueSystem,
  type Stops,
  testDatabase,
  testSmtp,
  type TestSmtp,
} from '@jobwire/testing';

import { createMailPorts } from './mail-ports.ts';

const hour = 3_600_000;

describe.each(engines)('mail that is held on $kind', ({ start }) => {
  let stops: Stops;
  let smtp: TestSmtp;
  let system: QueueSystem;
  let spy: EventSpy;

  beforeEach(async () => {
    stops = createStops();
    const database = stops.add(await testDatabase());
    const { redisUrl } = stops.add(await start());
    smtp = stops.add(await testSmtp());
    let run: Record<string, BoundHandler> = {};
    const jobs = mailJobs.map((definition) => ({
      definition,
      handler: (...call: Parameters<BoundHandler>) =>
        run[definition.name]?.(...call) ?? Promise.reject(new Error('early')),
    }));
    system = stops.add(await startQueueSystem({ database: database.url, redisUrl }, database.db, jobs));
    spy = spyEvents(system.events);
    const mail = createMailPorts({
      db: database.db,
      control: system.control,
      keys: createKeyRing('a secret that is long enough for a test'),
      config: {
        PUBLIC_URL: 'https://jobwire.example',
        SMTP_URL: smtp.url.replace('//', '//user:secret@'),
        MAIL_FROM: 'Jobwire <no-reply@jobwire.example>',
        MAIL_RATE: null,
        MAIL_DOMAIN_RATE: null,
        MAIL_DNS_CHECK: false,
        MAIL_CONNECTIONS: 15,
      },
      // Nothing here ends by itself: the test moves the time.
      holdMs: hour,
      emit: system.events.emit,
    });
    stops.add({ stop: () => mail.close(0) });
    // Handlers of mails ask for no other ports.
    const all = handlers as unknown as Record<string, (...call: unknown[]) => Promise<unknown>>;
    run = Object.fromEntries(
      mailJobs.map(({ name }): [string, BoundHandler] => [
        name,
        async (payload, context) => all[name]?.(payload, context, mail.ports),
      ]),
    );
  });
  afterEach(() => stops.stopAll());

  const startMails = async (): Promise<{ ids: string[]; addresses: string[] }> => {
    const ids: string[] = [];
    const addresses: string[] = [];
    for (let count = 0; count < 6; count += 1) {
      const emailId = uuidv7();
      const email = `${emailId}@example.com`;
      addresses.push(email);
      await insertRegistration(system.db, {
        userId: uuidv7(),
        email,
        emailKey: email,
        name: null,
        locale: 'en',
        mail: { id: emailId, messageId: `<${emailId}@jobwire.example>`, jobId: uuidv7() },
        token: { hash: sha256(emailId), expiresAt: new Date(Date.now() + hour) },
        mailPauseMs: 0,
      });
      ids.push(await system.start(emailWelcome, { emailId }));
    }
    addresses.push('report@example.com');
    ids.push(await system.start(emailSend, { to: 'report@example.com', subject: 'Report', text: 'Ready' }));
    return { ids, addresses };
  };
  const paused = async (): Promise<string[]> => {
    const rows = await system.db.query<{ name: string }>('SELECT name FROM queue_settings WHERE paused ORDER BY name');
    return rows.map(({ name }) => name);
  };
  const endHold = async (): Promise<void> => {
    await system.db.query('UPDATE queue_settings SET paused_until = now()');
    await system.db.query('UPDATE mail_health SET held_until = now()');
    await system.db.query('UPDATE jobs SET run_at = now(), next_attempt_at = now() WHERE run_at > now()');
    await system.reconciler.checkMemory();
    system.dispatcher.wake();
  };
  const sentOnce = async (ids: string[], addresses: string[]): Promise<void> => {
    const rows = await Promise.all(ids.map((id) => system.finished(id)));
    expect(rows.map(({ state, attempt }) => `${state} ${attempt}`)).toEqual(ids.map(() => 'succeeded 1'));
    expect(addresses.map((address) => smtp.mailsTo(address).length)).toEqual(addresses.map(() => 1));
  };

  it('goes out by itself once the password is right: nothing is lost, sent twice or tried in vain', async () => {
    smtp.always({ at: 'auth', reply: 535, text: '5.7.8 Bad credentials' });
    const { ids, addresses } = await startMails();
    const { facts } = await spy.waitFor('mail.alarm');
    expect(facts).toMatchObject({ code: 'MAIL_CONFIG', heldMs: hour });
    await eventually(async () =>
      expect(await paused()).toEqual(['email.notification', 'email.send', 'email.sign-in', 'email.welcome']),
    );
    await eventually(async () => {
      const states = await Promise.all(ids.map(async (id) => (await system.job(id)).state));
      expect(states).not.toContain('running');
    });
    // The password is still wrong when the hold ends: one more alarm, and still no attempt.
    await endHold();
    await eventually(() => expect(spy.named('mail.alarm')).toHaveLength(2));
    await eventually(async () => expect(await paused()).toHaveLength(mailJobs.length));
    expect(smtp.mails).toHaveLength(0);
    smtp.always(undefined);
    await eventually(async () => {
      const states = await Promise.all(ids.map(async (id) => (await system.job(id)).state));
      expect(states).not.toContain('running');
    });
    await endHold();
    await sentOnce(ids, addresses);
    expect(spy.named('mail.alarm')).toHaveLength(2);
  });
});
