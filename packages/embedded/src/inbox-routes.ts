import { type InboxAnswer, notFound } from './inbox-answer.ts';
import { deleteMails, findMails, listMails, tellMail } from './inbox-api.ts';
import { mailHtml, renderMail } from './inbox-mail-page.ts';
import { detailOf, parseMail } from './inbox-mail.ts';
import { icon, text } from './inbox-markup.ts';
import { renderPage } from './inbox-page.ts';
import { inboxScript } from './inbox-script.ts';
import { searchMails } from './inbox-search.ts';
import { inboxStyle } from './inbox-style.ts';
import type { InboxWords } from './inbox-words.ts';
import { arrivalOf, type Mailbox } from './mailbox.ts';

/** What a route needs of a request. */
export interface InboxRequest {
  method: string;
  url: URL;
  body: string;
  words: InboxWords;
}

/** Our page: everything from here, no inline script or style, not in foreign frames. */
const pagePolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; img-src 'self'; " +
  "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/**
 * A mail is somebody else's page: no scripts, no forms, nothing of other servers, who would learn that it was read; links
 * open in a new window.
 */
const mailPolicy =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; " +
  "font-src data:; frame-ancestors 'self'";

/** What the page loads. */
const files: Readonly<Record<string, InboxAnswer>> = {
  '/inbox.js': { type: 'text/javascript; charset=utf-8', body: inboxScript },
  '/inbox.css': { type: 'text/css; charset=utf-8', body: inboxStyle },
  '/favicon.svg': { type: 'image/svg+xml', body: icon },
};

/**
 * Answer one request. The addresses are Mailpit's, those of the page too, so that whoever links here can link there: `/`,
 * `/search?q=`, `/view/{id}`, and what the API has.
 */
export async function routeInbox(request: InboxRequest, mailbox: Mailbox): Promise<InboxAnswer> {
  const { method, url, body } = request;
  const path = url.pathname;
  if (path === '/api/v1/messages' && method === 'DELETE') return deleteMails(body, mailbox);
  if (method !== 'GET' && method !== 'HEAD')
    return { status: 405, headers: { Allow: 'GET, HEAD' }, body: 'Not allowed' };
  if (path === '/api/v1/messages') return listMails(url, mailbox);
  if (path === '/api/v1/search') return findMails(url, mailbox);
  if (path === '/' || path === '/search') return showPage(request, mailbox);
  return files[path] ?? answerAboutMail(request, mailbox);
}

/** `/view/{id}`, `/view/{id}.html` and `/api/v1/message/{id}`; the id `latest` is the newest. */
async function answerAboutMail(request: InboxRequest, mailbox: Mailbox): Promise<InboxAnswer> {
  const { pathname } = request.url;
  const [, view, viewed = '', html] = /^\/(view)\/([\w-]+)(\.html)?$/.exec(pathname) ?? [];
  const [, told = '', part = '', number] =
    /^\/api\/v1\/message\/([\w-]+)(?:\/(\w+))?(?:\/(\d+))?$/.exec(pathname) ?? [];
  const wanted = view ? viewed : told;
  const id = wanted === 'latest' ? (mailbox.ids()[0] ?? '') : wanted;
  const raw = await mailbox.read(id);
  if (view && !html) return showPage(request, mailbox, { id, raw });
  if (raw === undefined) return notFound;
  return view ? showHtml(raw) : tellMail(id, raw, part, Number(number));
}

async function showHtml(raw: Buffer): Promise<InboxAnswer> {
  return page(mailHtml(await parseMail(raw)), mailPolicy);
}

/** The list and, of a mail that was chosen, all of it: a deep link to one that is gone says so. */
async function showPage(
  { url, words }: InboxRequest,
  mailbox: Mailbox,
  chosen?: { id: string; raw: Buffer | undefined },
): Promise<InboxAnswer> {
  const query = url.searchParams.get('q')?.trim() ?? '';
  const shown = chosen && (await contentOf(chosen, { url, words, query }));
  const body = renderPage({
    words,
    query,
    total: mailbox.ids().length,
    mails: await searchMails(mailbox, query),
    ...(shown ? { chosen: shown } : {}),
  });
  return { ...page(body, pagePolicy), status: chosen && !chosen.raw ? 404 : 200 };
}

async function contentOf(
  { id, raw }: { id: string; raw: Buffer | undefined },
  { url, words, query }: { url: URL; words: InboxWords; query: string },
): Promise<{ id: string; title: string; content: string }> {
  if (!raw)
    return { id, title: words.gone, content: `<p class="empty">${text(words.gone)} <a href="/">${words.all}</a></p>` };
  const email = await parseMail(raw);
  const detail = detailOf(id, arrivalOf(id), raw, email);
  const tab = url.searchParams.get('tab') ?? undefined;
  const title = detail.Subject || words.noSubject;
  return { id, title, content: renderMail({ words, detail, email, raw, tab, query }) };
}

function page(body: string, policy: string): InboxAnswer {
  return {
    type: 'text/html; charset=utf-8',
    headers: { 'Content-Security-Policy': policy, Vary: 'Accept-Language' },
    body,
  };
}
