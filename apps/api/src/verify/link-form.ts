import { findLink, type LinkPurpose, type Tx } from '@jobwire/db';
import { AppError, type Clock, errorCatalogue, type Locale, sha256 } from '@jobwire/runtime';
import express, { type RequestHandler, type Response } from 'express';

import { languageOf } from '../http/language.ts';
import { type Page, sendPage } from '../http/page.ts';
import { refusedPage } from './link-pages.ts';
import { linkRefusal, readLinkToken } from './link-token.ts';

/** The body of a form that posts a link's token. */
export const formBody = (): RequestHandler => express.urlencoded({ extended: false, limit: 4_096, parameterLimit: 4 });

/** Show the page of a link of these purposes: with a button while the link is good, otherwise with the reason why it is not. */
export function showLink(
  purposes: readonly LinkPurpose[],
  page: (language: Locale, token: string, purpose: LinkPurpose) => Page,
  { db, clock }: { db: Tx; clock: Clock },
): RequestHandler {
  return async (request, response) => {
    const language = languageOf(request);
    await orRefusedPage(response, language, async () => {
      const token = readLinkToken(request.query['token']);
      const link = await findLink(db, purposes, sha256(token), new Date(clock.now()));
      if (link?.state !== 'open') throw linkRefusal(link?.state);
      sendPage(response, 200, page(language, token, link.purpose));
    });
  };
}

/** Do what a form asks for; a link that does not work becomes a page, because a person reads the answer. */
export async function orRefusedPage(response: Response, language: Locale, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof AppError) || !error.code.startsWith('TOKEN_')) throw error;
    sendPage(response, errorCatalogue[error.code].status, refusedPage(language, error));
  }
}
