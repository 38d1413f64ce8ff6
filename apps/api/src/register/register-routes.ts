import { type Database, type IdempotencyKey, insertJob, insertRegistration, type Registration } from '@jobwire/db';
import { emailWelcome, linkLifetimeMs, messageIdOf, verificationToken } from '@jobwire/jobs';
import { newJob } from '@jobwire/queue';
import { type Clock, type Config, type KeyRing, type Locale, sha256, uuidv7 } from '@jobwire/runtime';
import { type Request, Router } from 'express';

import type { Gatekeeper } from '../auth/caller.ts';
import type { IssuedTicket } from '../auth/tickets.ts';
import { jsonBody } from '../http/app.ts';
import { languageOf } from '../http/language.ts';
import { answerOnce } from '../idempotency/answer-once.ts';
import { idempotencyKey, readIdempotencyKey } from '../idempotency/idempotency-key.ts';
import { sendAnswer } from '../idempotency/send-answer.ts';
import { acceptedJobView, type JobView } from '../jobs/job-view.ts';
import { readRegistration, type RegistrationInput } from './read-registration.ts';

/** What the route needs. */
export interface RegisterRoutesOptions {
  db: Database;
  keys: KeyRing;
  gatekeeper: Pick<Gatekeeper, 'callerOf' | 'issueTicket'>;
  dispatcher: { wake(): void };
  config: Pick<Config, 'MAIL_FROM'>;
  clock: Clock;
}

/** The answer, the same for every address. */
interface Registered extends IssuedTicket {
  message: string;
  job: JobView;
}

/**
 * Nobody gets more than one such mail an hour by a stranger's typing. The same for known and unknown addresses: a
 * difference would show, in what becomes of the job, who has an account.
 */
const mailPauseMs = 60 * 60 * 1_000;

const messages: Record<Locale, string> = {
  en: 'Registered. The welcome e-mail will be sent in the background.',
  'zh-CN': '注册成功,欢迎邮件将在后台发送',
};

/**
 * `POST /register`: the user, the mail, its link and its job in one transaction and one round trip. Known and unknown
 * addresses take the same statements and get the same answer.
 *
 * The job belongs to nobody, because who typed the address is not known to be its owner: the ticket opens it.
 */
export function registerRoutes({ db, keys, gatekeeper, dispatcher, config, clock }: RegisterRoutesOptions): Router {
  const router = Router();
  router.post('/register', jsonBody(), async (request, response) => {
    const input = readRegistration(request.body);
    const key = await keyOf(request, input, gatekeeper);
    const now = clock.now();
    const language = languageOf(request);
    const registration = registrationOf(input, language, { keys, mailFrom: config.MAIL_FROM, now });
    const job = newJob(emailWelcome, { emailId: registration.mail.id });
    const ticket = await gatekeeper.issueTicket({ jobId: job.id });
    const body: Registered = { message: messages[language], job: acceptedJobView(job, new Date(now)), ...ticket };
    const answer = await answerOnce(db, key, async (record) => {
      await db.pipeline((tx) =>
        Promise.all([record(tx, { status, body }), insertRegistration(tx, registration), insertJob(tx, job)]),
      );
      return { status, body };
    });
    if (!answer.replayed) dispatcher.wake();
    response.set('Location', answer.body.job.links.self);
    sendAnswer(response, answer);
  });
  return router;
}

/** Accepted, not done. */
const status = 202;

async function keyOf(
  request: Request,
  input: RegistrationInput,
  gatekeeper: Pick<Gatekeeper, 'callerOf'>,
): Promise<IdempotencyKey | undefined> {
  const key = readIdempotencyKey(request);
  if (key === undefined) return undefined;
  return idempotencyKey(key, { caller: await gatekeeper.callerOf(request), route: 'POST /register', asked: input });
}

function registrationOf(
  input: RegistrationInput,
  language: Locale,
  { keys, mailFrom, now }: { keys: KeyRing; mailFrom: string; now: number },
): Registration {
  const mailId = uuidv7(now);
  return {
    userId: uuidv7(now),
    email: input.email,
    emailKey: input.emailKey,
    name: input.name,
    locale: input.locale ?? language,
    mail: { id: mailId, messageId: messageIdOf('verify-email', mailId, mailFrom) },
    token: {
      hash: sha256(verificationToken(keys, 'verify-email', mailId)),
      expiresAt: new Date(now + linkLifetimeMs['verify-email']),
    },
    mailPauseMs,
  };
}
