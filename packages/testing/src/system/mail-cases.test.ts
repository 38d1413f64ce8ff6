import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { eventually } from '../eventually.ts';
import { inputCases } from './mail-cases-input.ts';
import { serverCases } from './mail-cases-server.ts';
import { type MailStage, startMailStage } from './mail-stage.ts';
import { restoreHealth, skipWaits } from './skip-waits.ts';

let stage: MailStage;
beforeAll(async () => {
  stage = await startMailStage();
});
afterAll(() => stage?.stop());

describe('what strangers send to /register', () => {
  const mailsAndJobs = async (): Promise<unknown> => {
    const [row] = await stage.db.query(
      'SELECT (SELECT count(*) FROM email_messages) AS mails, (SELECT count(*) FROM jobs) AS jobs, (SELECT count(*) FROM users) AS users',
    );
    return row;
  };

  it.each(inputCases.filter(({ sends }) => !sends))('$id: $does', async ({ answers, ...request }) => {
    const before = await mailsAndJobs();
    const { status, code, errors } = await stage.ask(request);
    expect({ status, code, errors }).toEqual({ errors: expect.anything(), ...answers });
    expect(await mailsAndJobs()).toEqual(before);
  });

  it.each(inputCases.filter(({ sends }) => sends))('$id: $does', async ({ answers, before, sends, ...request }) => {
    if (before) await stage.ended(await stage.register(before.email), 1);
    const { status, job } = await stage.ask(request);
    expect(status).toBe(answers.status);
    const { status: mail = 'sent', to = '', key, locale, says = [], hides = [] } = sends ?? {};
    const state = await stage.ended(job?.id ?? '', 1);
    expect(state).toMatchObject({ job: 'succeeded', mail, copies: mail === 'sent' ? 1 : 0 });
    const [row] = await stage.db.query(
      `SELECT mail.to_address, mail.to_key, mail.locale, person.email_key AS user_key FROM email_messages mail
       JOIN users person ON person.id = mail.user_id
       WHERE mail.id = (SELECT (payload ->> 'emailId')::uuid FROM jobs WHERE id = $1)`,
      [job?.id],
    );
    expect(row).toMatchObject({
      to_address: to,
      ...(key ? { to_key: key, user_key: key } : {}),
      ...(locale ? { locale } : {}),
    });
    if (mail !== 'sent') return;
    const [received] = stage.smtp.mailsTo(to);
    const whole = [
      ...(received?.parsed.headers ?? []).map((header) => `${header.originalKey}: ${header.value}`),
      received?.parsed.text,
      received?.parsed.html,
    ].join('\n');
    for (const text of says) expect(whole).toContain(text);
    for (const text of hides) expect(whole).not.toContain(text);
    expect(received?.parsed.headers).toContainEqual(
      expect.objectContaining({ key: 'auto-submitted', value: 'auto-generated' }),
    );
  });

  it('leaves one account where two spellings are one address, and no mail to anybody else', async () => {
    const accepted = inputCases.flatMap(({ sends, before }) => (sends ? [sends.to, before?.email ?? sends.to] : []));
    const known = new Set(accepted.map((email) => email.replace('bücher', 'xn--bcher-kva')));
    expect(new Set(stage.smtp.mails.flatMap(({ to }) => to))).toEqual(known);
    const keys = await stage.db.query<{ email_key: string }>('SELECT email_key FROM users');
    expect(keys.map(({ email_key: key }) => key).toSorted()).toEqual([...known].toSorted());
  });
});

describe('what mail servers do', () => {
  beforeEach(() => restoreHealth(stage.db));

  it.each(serverCases)('$id: $does', async ({ id, faults, runs: usual, orRuns, holds }) => {
    const email = `${id.toLowerCase()}@server.example.com`;
    // A greeting and a password are asked for on a new connection only.
    if (faults.some(({ at }) => at === 'connect' || at === 'auth')) stage.smtp.cut();
    stage.smtp.once(...faults);
    const job = await stage.register(email);
    const held: boolean[] = [];
    await stage.ended(job, 1);
    const { code } = await stage.state(job);
    const runs = orRuns !== undefined && orRuns[0]?.code === code ? orRuns : usual;
    for (const [index, expected] of runs.entries()) {
      await stage.ended(job, index + 1);
      // A mail may arrive a moment after the worker has given up its reply.
      await eventually(() => expect(stage.smtp.mailsTo(email).length).toBeGreaterThanOrEqual(expected.copies ?? 0));
      expect({ run: index + 1, ...(await stage.state(job)) }).toMatchObject({ run: index + 1, ...expected });
      held.push((await stage.paused()).includes('email.welcome'));
      if (index < runs.length - 1) await skipWaits(stage.db);
    }
    expect(held).toEqual(runs.map((_, index) => holds === true && index === 0));
    const mails = stage.smtp.mailsTo(email);
    expect(mails).toHaveLength(runs.at(-1)?.copies ?? 0);
    expect(new Set(mails.map(({ parsed }) => parsed.messageId)).size).toBe(mails.length === 0 ? 0 : 1);
    expect(new Set(mails.map(({ parsed }) => parsed.text)).size).toBe(mails.length === 0 ? 0 : 1);
  });

  it('leaves no queue paused', async () => {
    await skipWaits(stage.db);
    await eventually(async () => expect(await stage.paused()).toEqual([]));
  });
});
