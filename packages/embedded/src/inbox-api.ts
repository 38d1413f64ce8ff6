import { asError } from '@jobwire/runtime';

import { type InboxAnswer, notFound } from './inbox-answer.ts';
import { bytesOf, detailOf, headersOf, type MailSummary, parseMail } from './inbox-mail.ts';
import { searchMails, summariesOf } from './inbox-search.ts';
import { arrivalOf, type Mailbox } from './mailbox.ts';

/** `GET /api/v1/messages?start=&limit=`, newest first. */
export async function listMails(url: URL, mailbox: Mailbox): Promise<InboxAnswer> {
  const [start, end] = pageOf(url);
  const ids = mailbox.ids();
  return listOf(await summariesOf(mailbox, ids.slice(start, end)), { start, total: ids.length, found: ids.length });
}

/** `GET /api/v1/search?query=&start=&limit=`: `messages_count` says how many are found. */
export async function findMails(url: URL, mailbox: Mailbox): Promise<InboxAnswer> {
  const [start, end] = pageOf(url);
  const found = await searchMails(mailbox, url.searchParams.get('query') ?? '');
  return listOf(found.slice(start, end), { start, total: mailbox.ids().length, found: found.length });
}

/** `GET /api/v1/message/{id}`, and its `/headers`, `/raw` and `/part/{number}`. */
export async function tellMail(id: string, raw: Buffer, part: string, number: number): Promise<InboxAnswer> {
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

/** `DELETE /api/v1/messages`: the ids of the body, or all without one. */
export async function deleteMails(body: string, mailbox: Mailbox): Promise<InboxAnswer> {
  const ids = idsOf(body);
  if (ids instanceof Error) return { status: 400, body: ids.message };
  await mailbox.delete(ids ?? mailbox.ids());
  return { body: 'ok' };
}

function listOf(
  messages: readonly MailSummary[],
  { start, total, found }: { start: number; total: number; found: number },
): InboxAnswer {
  return json({
    total,
    unread: total,
    count: messages.length,
    messages_count: found,
    messages_unread: found,
    start,
    tags: [],
    messages,
  });
}

function pageOf(url: URL): [start: number, end: number] {
  const start = numberOf(url, 'start', 0);
  return [start, start + numberOf(url, 'limit', 50)];
}

function numberOf(url: URL, name: string, otherwise: number): number {
  const value = Number(url.searchParams.get(name) ?? otherwise);
  return Number.isInteger(value) && value >= 0 ? value : otherwise;
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
