import type { MailWords } from '@jobwire/jobs';
import { letters, type LetterName, writeLetter } from '@jobwire/jobs/letters';
import { appError, type Config, type Locale, locales } from '@jobwire/runtime';
import { type Request, type Response, Router } from 'express';
import { z } from 'zod';

import { letterPage } from './letter-page.ts';
import { listPage } from './list-page.ts';
import { sendPreview } from './send-preview.ts';
import { themed, themes } from './themed.ts';

/** Somebody's letter shows nothing but itself, and may not even follow its links inside of the frame. */
const framePolicy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  'sandbox',
].join('; ');

const address = z.object({
  name: z.string().refine((name): name is LetterName => Object.hasOwn(letters, name)),
  locale: z.enum(locales),
});
const frameAddress = address.extend({ theme: z.enum(themes) });

/**
 * `GET /dev/mails`: all letters with sample variables, for those who write them. In development only; otherwise these
 * paths do not exist. Pages without scripts.
 */
export function devMailRoutes({ NODE_ENV }: Pick<Config, 'NODE_ENV'>): Router {
  const router = Router();
  if (NODE_ENV !== 'development') return router;
  router.get('/dev/mails', (_request, response) => sendPreview(response, listPage()));
  router.get('/dev/mails/:name/:locale', (request, response) => {
    const { name, locale } = read(address, request);
    sendPreview(
      response,
      letterPage({ name, locale, words: sampleWords(name, locale), variables: letters[name].sample[locale] }),
    );
  });
  router.get('/dev/mails/:name/:locale/:theme', (request, response) => {
    const { name, locale, theme } = read(frameAddress, request);
    sendFrame(response, themed(sampleWords(name, locale).html, theme));
  });
  return router;
}

function read<Schema extends z.ZodType>(schema: Schema, request: Request): z.output<Schema> {
  const { success, data } = schema.safeParse(request.params);
  if (!success) throw appError('NOT_FOUND');
  return data;
}

function sampleWords(name: LetterName, locale: Locale): MailWords {
  return writeLetter(name, locale, letters[name].sample[locale]);
}

function sendFrame(response: Response, html: string): void {
  response.set({ 'Content-Security-Policy': framePolicy, 'Cache-Control': 'no-store' }).type('html').send(html);
}
