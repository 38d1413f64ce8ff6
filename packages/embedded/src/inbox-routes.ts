import { asError } from '@jobwire/runtime';

import { bytesOf, detailOf, headersOf, type MailSummary, parseMail, summaryOf } from './inbox-mail.ts';
import { mailHtml, renderPage } from './inbox-page.ts';
import { inboxScript } from './inbox-script.ts';
import { inboxStyle } from './inbox-style.ts';
import { arrivalOf, type Mailbox } from './mailbox.ts';

/** What a route needs of a request. */
export interface InboxRequest {
  method: string;
  url: URL;
  body: string;
}

/** What a route answers. */
export interface InboxAnswer {
  status?: number;
  type?: string;
  headers?: Readonly<Record<string, string>>;
  body: string | Uint8Array;
}

/** Our page: everything from here, no inline script or style, not in foreign frames. */
const pagePolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; img-src data:; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** A mail is somebody else's page: no scripts, no forms; links open in a new window. */
const mailPolicy =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; " +
  "img-src data: https: http:; font-src data: https:; frame-ancestors 'self'";

const notFound: InboxAnswer = { status: 404, body: 'There is no such mail' };

/** Answer one request. */
export async function routeInbox(request: InboxRequest, mailbox: Mailbox): Promise<InboxAnswer> {
  const { method, url, body } = request;
  const path = url.pathname;
  if (path === '/api/v1/messages' && method === 'DELETE') return deleteMails(body, mailbox);
  if (method !== 'GET' && method !== 'HEAD')
    return { status: 405, headers: { Allow: 'GET, HEAD' }, body: 'Not allowed' };
  if (path === '/api/v1/messages') return json(await listMails(url, mailbox));
  if (path === '/inbox.js') return { type: 'text/javascript; charset=utf-8', body: inboxScript };
  if (path === '/inbox.css') return { type: 'text/css; charset=utf-8', body: inboxStyle };
  if (path === '/') return page(mailbox, undefined, url);

  const [, place, wanted = '', part = '', number = ''] =
    /^\/(api\/v1\/message|mails)\/([\w-]+)(?:\/(\w+))?(?:\/(\d+))?$/.exec(path) ?? [];
  const id = wanted === 'latest' ? (mailbox.ids()[0] ?? '') : wanted;
  const raw = await mailbox.read(id);
  if (place === undefined || raw === undefined) return notFound;
  return place === 'mails' ? showMail(id, raw, part, url, mailbox) : tellMail(id, raw, part, Number(number));
}

async function showMail(id: string, raw: Buffer, part: string, url: URL, mailbox: Mailbox): Promise<InboxAnswer> {
  if (part === '') return page(mailbox, { id, raw }, url);
  if (part !== 'html') return notFound;
  const { html = '' } = await parseMail(raw);
  return { type: 'text/html; charset=utf-8', headers: { 'Content-Security-Policy': mailPolicy }, body: mailHtml(html) };
}

async function tellMail(id: string, raw: Buffer, part: string, number: number): Promise<InboxAnswer> {
  if (part === 'raw') return { body: raw };
  const email = await parseMail(raw);
  if (part === '') return json(detailOf(id, arrivalOf(id), raw, email));
  if (part === 'headers') return json(headersOf(email));
  const attachment = part === 'part' ? email.attachments[number - 1] : undefined;
  if (!attachment) return notFound;
  // Never shown in place: it is a stranger's file under our address.
  const name = encodeURIComponent(attachment.filename ?? `part-${number}`);
  const headers = { 'Content-Disposition': `attachment; filename*=UTF-8''${name}` };
  return { type: 'application/octet-stream', headers, body: bytesOf(attachment.content) };
}

async function page(mailbox: Mailbox, chosen: { id: string; raw: Buffer } | undefined, url: URL): Promise<InboxAnswer> {
  const email = chosen && (await parseMail(chosen.raw));
  const body = renderPage({
    mails: await summaries(mailbox, mailbox.ids()),
    chosen: chosen && email && { detail: detailOf(chosen.id, arrivalOf(chosen.id), chosen.raw, email), email },
    view: url.searchParams.get('view') ?? undefined,
  });
  return { type: 'text/html; charset=utf-8', headers: { 'Content-Security-Policy': pagePolicy }, body };
}

async function listMails(url: URL, mailbox: Mailbox) {
  const start = numberOf(url, 'start', 0);
  const limit = numberOf(url, 'limit', 50);
  const ids = mailbox.ids();
  const messages = await summaries(mailbox, ids.slice(start, start + limit));
  const count = ids.length;
  return {
    total: count,
    unread: count,
    count: messages.length,
    messages_count: count,
    messages_unread: count,
    start,
    tags: [],
    messages,
  };
}

function numberOf(url: URL, name: string, otherwise: number): number {
  const value = Number(url.searchParams.get(name) ?? otherwise);
  return Number.isInteger(value) && value >= 0 ? value : otherwise;
}

async function summaries(mailbox: Mailbox, ids: readonly string[]): Promise<MailSummary[]> {
  const read = ids.map(async (id) => {
    const raw = await mailbox.read(id);
    return raw && summaryOf(id, arrivalOf(id), raw, await parseMail(raw));
  });
  return (await Promise.all(read)).filter((summary) => summary !== undefined);
}

/** As in Mailpit: the ids of the body, or all without one. */
async function deleteMails(body: string, mailbox: Mailbox): Promise<InboxAnswer> {
  const ids = idsOf(body);
  if (ids instanceof Error) return { status: 400, body: ids.message };
  await mailbox.delete(ids ?? mailbox.ids());
  return { body: 'ok' };
}

function idsOf(body: string): string[] | undefined | Error {
  if (body.trim() === '') return undefined;
  try {
    const parsed: unknown = JSON.parse(body);
    const ids = typeof parsed === 'object' && parsed !== null && 'IDs' in parsed ? parsed.IDs : undefined;
    if (ids === undefined || (Array.isArray(ids) && ids.length === 0)) return undefined;
    if (Array.isArray(ids) && ids.every((id) => typeof id === 'string')) return ids;
    return new Error('IDs must be a list of texts');
  } catch (error) {
    return asError(error);
  }
}

function json(value: unknown): InboxAnswer {
  return { type: 'application/json; charset=utf-8', body: JSON.stringify(value) };
}
