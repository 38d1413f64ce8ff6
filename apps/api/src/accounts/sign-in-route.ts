import { insertSignIn } from '@jobwire/db';
import { emailSignIn, linkLifetimeMs, messageIdOf, verificationToken } from '@jobwire/jobs';
import { newJob } from '@jobwire/queue';
import { type Config, type KeyRing, type Locale, sha256, uuidv7 } from '@jobwire/runtime';
import { Router } from 'express';

import { jsonBody } from '../http/app.ts';
import { languageOf } from '../http/language.ts';
import { onlyMethods } from '../http/only-methods.ts';
import { acceptMail, type AcceptMailDependencies, type AskedMail } from '../register/accept-mail.ts';
import { readSignIn, type SignInInput } from '../register/read-registration.ts';

/** What the route needs. */
export interface SignInRouteOptions extends AcceptMailDependencies {
  keys: KeyRing;
  config: Pick<Config, 'MAIL_FROM'>;
}

/**
 * Links to sign in that one address gets within an hour: enough for somebody with several devices, too few to bother them
 * with. Counted alike for addresses with and without an account.
 */
const mailsPerHour = 5;

const messages: Record<Locale, string> = {
  en: 'If the address can be reached, a link to sign in will arrive soon.',
  'zh-CN': '如果该邮箱可用,登录链接将很快送达',
};

/**
 * `POST /sign-in`: the mail with a link, its job and its token in one transaction and one round trip. An address without
 * an account gets a mail that says so; the answer is the same.
 */
export function signInRoute(options: SignInRouteOptions): Router {
  const router = Router();
  router
    .route('/sign-in')
    .post(jsonBody(), async (request, response) => {
      const input = readSignIn(request.body);
      await acceptMail(request, response, signInMail(input, languageOf(request), options), options);
    })
    .all(onlyMethods('POST'));
  return router;
}

function signInMail(input: SignInInput, language: Locale, { keys, config, clock }: SignInRouteOptions): AskedMail {
  const now = clock.now();
  const mailId = uuidv7(now);
  const job = newJob(emailSignIn, { emailId: mailId });
  const request = {
    ...input,
    locale: input.locale ?? language,
    mail: { id: mailId, messageId: messageIdOf('sign-in', mailId, config.MAIL_FROM), jobId: job.id },
    token: {
      hash: sha256(verificationToken(keys, 'sign-in', mailId)),
      expiresAt: new Date(now + linkLifetimeMs['sign-in']),
    },
    mailsPerHour,
  };
  const write: AskedMail['write'] = (tx) => insertSignIn(tx, request);
  return { route: 'POST /sign-in', asked: input, message: messages[language], job, write };
}
