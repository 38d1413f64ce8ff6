import type { MailSummary } from './inbox-mail.ts';
import { addressOf, text, timeOf } from './inbox-markup.ts';
import type { InboxWords } from './inbox-words.ts';

/** What the page shows. */
export interface InboxPage {
  words: InboxWords;
  /** How many mails there are. */
  total: number;
  /** Those that are listed. */
  mails: readonly MailSummary[];
  /** What was searched for. */
  query: string;
  /** The mail that is read, or that it is not there. */
  chosen?: { id: string; title: string; content: string };
}

/** The page: the list, and beside it the chosen mail. It works without its script, which only keeps the list fresh. */
export function renderPage(page: InboxPage): string {
  const { words, chosen } = page;
  return `<!doctype html>
<html lang="${words.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${text(chosen?.title ?? words.inbox)} · Jobwire</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/inbox.css">
<script src="/inbox.js" defer></script>
</head>
<body class="${chosen ? 'reading' : 'choosing'}">
${headerOf(page)}
<nav id="mails" aria-label="${words.inbox}">${listOf(page)}</nav>
<main id="mail">${chosen ? chosen.content : `<p class="empty">${page.total === 0 ? words.hint : words.choose}</p>`}</main>
</body>
</html>
`;
}

function headerOf({ words, total, mails, query }: InboxPage): string {
  const count = query ? words.found(mails.length, query) : words.mails(total);
  return `<header>
<h1><a href="/"><img src="/favicon.svg" alt="" width="28" height="28">${words.inbox}</a></h1>
<form action="/search" role="search">
<input type="search" name="q" value="${text(query)}" aria-label="${words.search}" placeholder="${words.searchFor}" autocomplete="off">
</form>
<p id="count" role="status">${text(count)}</p>
<details id="delete"${total === 0 ? ' hidden' : ''}>
<summary>${words.deleteAll}</summary>
<p><button type="button">${words.deleteReally(total)}</button></p>
</details>
</header>`;
}

function listOf(page: InboxPage): string {
  const { words, mails, total } = page;
  if (mails.length === 0) return `<p class="empty">${total === 0 ? words.none : words.noneFound}</p>`;
  return `<ol>${mails.map((mail) => lineOf(mail, page)).join('\n')}</ol>`;
}

function lineOf(mail: MailSummary, { words, query, chosen }: InboxPage): string {
  const current = mail.ID === chosen?.id ? ' aria-current="true"' : '';
  const names = mail.To.map(({ Address }) => Address).join(', ') || words.nobody;
  const files = mail.Attachments === 0 ? '' : `<span class="badge">${words.fileCount(mail.Attachments)}</span>`;
  return `<li><a href="${viewOf(mail.ID, query)}"${current}>
<span class="to">${text(names)}</span>
${timeOf(mail.Created)}
<span class="subject">${text(mail.Subject || words.noSubject)}</span>${files}
<span class="snippet">${mail.From ? `${text(addressOf(mail.From))} — ` : ''}${text(mail.Snippet)}</span>
</a></li>`;
}

/**
 * Where a mail is shown, as in Mailpit; with what was searched for, so that the list stays as it is.
 *
 * @returns an address that is escaped for an attribute
 */
export function viewOf(id: string, query: string, tab?: string): string {
  const parameters = new URLSearchParams({ ...(tab ? { tab } : {}), ...(query ? { q: query } : {}) }).toString();
  return text(`/view/${id}${parameters ? `?${parameters}` : ''}`);
}
