import type { Email } from 'postal-mime';

import type { MailAddress, MailDetail, MailSummary } from './inbox-mail.ts';

/** What the page shows. */
export interface InboxPage {
  mails: readonly MailSummary[];
  chosen: { detail: MailDetail; email: Email } | undefined;
  /** `html`, `text` or `headers`; anything else chooses the best there is. */
  view: string | undefined;
}

/** The page: the list, and beside it the chosen mail. It works without its script, which only keeps the list fresh. */
export function renderPage({ mails, chosen, view }: InboxPage): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${text(chosen?.detail.Subject ?? 'Inbox')} · Jobwire inbox</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/inbox.css">
<script src="/inbox.js" defer></script>
</head>
<body class="${chosen ? 'reading' : 'choosing'}">
<header>
<h1><a href="/">Inbox</a></h1>
<p id="count">${mails.length === 1 ? '1 mail' : `${mails.length} mails`}</p>
<button id="clear" type="button" hidden>Delete all</button>
</header>
<nav id="mails" aria-label="Mails">${listOf(mails, chosen?.detail.ID)}</nav>
<main>${chosen ? mailOf(chosen.detail, chosen.email, view) : hintOf(mails)}</main>
</body>
</html>
`;
}

/** The document of a mail's HTML part: links must not open inside the frame. */
export function mailHtml(html: string): string {
  return `<!doctype html><meta charset="utf-8"><base target="_blank">${html}`;
}

function listOf(mails: readonly MailSummary[], chosenId: string | undefined): string {
  if (mails.length === 0) return '<p class="none">No mails yet.</p>';
  const lines = mails.map(
    (mail) => `<li><a href="/mails/${mail.ID}"${mail.ID === chosenId ? ' aria-current="true"' : ''}>
<span class="to">${text(namesOf(mail.To))}</span>
${timeOf(mail.Created)}
<span class="subject">${text(mail.Subject || '(no subject)')}</span>
<span class="snippet">${text(mail.Snippet)}</span>
</a></li>`,
  );
  return `<ol>${lines.join('\n')}</ol>`;
}

function hintOf(mails: readonly MailSummary[]): string {
  return `<p class="none">${mails.length === 0 ? 'Mails that the system sends arrive here. Nothing leaves this machine.' : 'Choose a mail.'}</p>`;
}

function mailOf(detail: MailDetail, email: Email, view: string | undefined): string {
  const views = [...(detail.HTML ? ['html'] : []), 'text', 'headers'];
  const shown = views.find((name) => name === view) ?? views[0];
  const names: Record<string, string> = { html: 'HTML', text: 'Text', headers: 'Headers' };
  const tabs = views.map(
    (name) =>
      `<a href="/mails/${detail.ID}?view=${name}"${name === shown ? ' aria-current="page"' : ''}>${names[name]}</a>`,
  );
  return `<article>
<h2>${text(detail.Subject || '(no subject)')}</h2>
<dl>
<dt>From</dt><dd>${text(detail.From ? addressOf(detail.From) : '')}</dd>
<dt>To</dt><dd>${text(detail.To.map(addressOf).join(', '))}</dd>
<dt>Sent</dt><dd>${timeOf(detail.Date)}</dd>
${attachmentsOf(detail)}</dl>
<p class="views">${tabs.join('')}<a href="/api/v1/message/${detail.ID}/raw">Source</a></p>
${contentOf(shown, detail, email)}
</article>`;
}

function attachmentsOf({ ID, Attachments, Inline }: MailDetail): string {
  const files = [...Attachments, ...Inline].map(
    (file) =>
      `<a href="/api/v1/message/${ID}/part/${file.PartID}">${text(file.FileName || file.ContentType)}</a> (${file.Size} bytes)`,
  );
  return files.length === 0 ? '' : `<dt>Files</dt><dd>${files.join(', ')}</dd>\n`;
}

function contentOf(view: string | undefined, detail: MailDetail, email: Email): string {
  if (view === 'html') {
    return `<iframe title="The mail" sandbox="allow-popups allow-popups-to-escape-sandbox" src="/mails/${detail.ID}/html"></iframe>`;
  }
  if (view === 'text') return `<pre>${linked(text(detail.Text || '(no plain text)'))}</pre>`;
  const rows = email.headers.map(
    ({ originalKey, value }) => `<tr><th scope="row">${text(originalKey)}</th><td>${text(value)}</td></tr>`,
  );
  return `<table>${rows.join('')}</table>`;
}

/** Make addresses of an escaped text clickable. */
function linked(escaped: string): string {
  return escaped.replace(
    /\bhttps?:\/\/[^\s<]+/g,
    (url) => `<a href="${url}" target="_blank" rel="noopener noreferrer">${url}</a>`,
  );
}

/** In UTC; the script shows it in the reader's time. */
function timeOf(iso: string): string {
  return `<time datetime="${text(iso)}">${text(iso.slice(0, 16).replace('T', ' '))} UTC</time>`;
}

function namesOf(addresses: readonly MailAddress[]): string {
  return addresses.map(({ Address }) => Address).join(', ') || '(nobody)';
}

function addressOf({ Name, Address }: MailAddress): string {
  return Name ? `${Name} <${Address}>` : Address;
}

/** Whatever a mail says is text. */
function text(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
