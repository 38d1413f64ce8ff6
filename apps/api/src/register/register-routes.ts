import { insertRegistration } from '@jobwire/db';
import { emailWelcome, linkLifetimeMs, messageIdOf, verificationToken } from '@jobwire/jobs';
import { newJob } from '@jobwire/queue';
import { type Config, type KeyRing, type Locale, sha256, uuidv7 } from '@jobwire/runtime';
import { Router } from 'express';

import { jsonBody } from '../http/app.ts';
import { languageOf } from '../http/language.ts';
import { onlyMethods } from '../http/only-methods.ts';
import { acceptMail, type AcceptMailDependencies, type AskedMail } from './accept-mail.ts';
import { readRegistration, type RegistrationInput } from './read-registration.ts';

/** What the route needs. */
export interface RegisterRoutesOptions extends AcceptMailDependencies {
  keys: KeyRing;
  config: Pick<Config, 'MAIL_FROM'>;
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
 */
export function registerRoutes(options: RegisterRoutesOptions): Router {
  const router = Router();
  router
    .route('/register')
    .post(jsonBody(), async (request, response) => {
      const input = readRegistration(request.body);
      await acceptMail(request, response, welcomeMail(input, languageOf(request), options), options);
    })
    .all(onlyMethods('POST'));
  return router;
}

function welcomeMail(
  input: RegistrationInput,
  language: Locale,
  { keys, config, clock }: RegisterRoutesOptions,
): AskedMail {
  const now = clock.now();
  const mailId = uuidv7(now);
  const job = newJob(emailWelcome, { emailId: mailId });
  const registration = {
    ...input,
    userId: uuidv7(now),
    locale: input.locale ?? language,
    mail: { id: mailId, messageId: messageIdOf('verify-email', mailId, config.MAIL_FROM), jobId: job.id },
    token: {
      hash: sha256(verificationToken(keys, 'verify-email', mailId)),
      expiresAt: new Date(now + linkLifetimeMs['verify-email']),
    },
    mailPauseMs,
  };
  const write: AskedMail['write'] = (tx) => insertRegistration(tx, registration);
  return { route: 'POST /register', asked: input, message: messages[language], job, write };
}
