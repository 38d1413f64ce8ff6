import type { Email } from 'postal-mime';

import { bytesOf, type MailDetail } from './inbox-mail.ts';
import { addressOf, linked, sizeOf, text, timeOf } from './inbox-markup.ts';
import { viewOf } from './inbox-page.ts';
import type { InboxWords } from './inbox-words.ts';

/** A mail to be shown, and how. */
export interface ShownMail {
  words: InboxWords;
  detail: MailDetail;
  email: Email;
  raw: Buffer;
  /** `html`, `text`, `headers` or `raw`; anything else chooses the best there is. */
  tab: string | undefined;
  /** What the list was searched for. */
  query: string;
}

/** Characters of a raw mail that the page shows: browsers become slow with more, and nobody reads that far. */
const mostShown = 200_000;

/** The mail beside the list: who, when, and one of its views. */
export function renderMail(mail: ShownMail): string {
  const { words, detail, query } = mail;
  const tabs = [...(detail.HTML ? ['html' as const] : []), 'text' as const, 'headers' as const, 'raw' as const];
  const shown = tabs.find((tab) => tab === mail.tab) ?? tabs[0] ?? 'text';
  const links = tabs.map(
    (tab) =>
      `<a href="${viewOf(detail.ID, query, tab)}"${tab === shown ? ' aria-current="page"' : ''}>${words.tabs[tab]}</a>`,
  );
  return `<article>
<p class="back"><a href="${query ? text(`/search?q=${encodeURIComponent(query)}`) : '/'}">‹ ${words.all}</a></p>
<h2>${text(detail.Subject || words.noSubject)}</h2>
<dl>${factsOf(mail)}</dl>
<nav class="tabs" aria-label="${words.views}">${links.join('')}</nav>
${views[shown](mail)}
</article>`;
}

function factsOf({ words, detail }: ShownMail): string {
  const names = (addresses: MailDetail['To']): string => text(addresses.map(addressOf).join(', '));
  const files = [...detail.Attachments, ...detail.Inline].map(
    ({ PartID, FileName, ContentType, Size }) =>
      `<a href="/api/v1/message/${detail.ID}/part/${text(PartID)}">${text(FileName || ContentType)}</a> (${sizeOf(Size)})`,
  );
  const rows = [
    [words.from, names(detail.From ? [detail.From] : [])],
    [words.to, names(detail.To)],
    [words.copy, names([...detail.Cc, ...detail.Bcc])],
    [words.sent, timeOf(detail.Date)],
    [words.files, files.join(', ')],
  ];
  return rows.map(([name, value]) => (value ? `<dt>${name}</dt><dd>${value}</dd>` : '')).join('');
}

const views: Record<'html' | 'text' | 'headers' | 'raw', (mail: ShownMail) => string> = {
  html: ({ words, detail }) => `${hasRemote(detail.HTML) ? `<p class="notice">${words.noRemote}</p>` : ''}
<iframe title="${words.asSent}" sandbox="allow-popups allow-popups-to-escape-sandbox" src="/view/${detail.ID}.html"></iframe>`,
  text: ({ words, detail }) => `<pre tabindex="0">${linked(text(detail.Text || words.noText))}</pre>`,
  headers({ email }) {
    const rows = email.headers.map(
      ({ originalKey, value }) => `<tr><th scope="row">${text(originalKey)}</th><td>${text(value)}</td></tr>`,
    );
    return `<div class="scrolls" tabindex="0"><table>${rows.join('')}</table></div>`;
  },
  raw({ words, detail, raw }) {
    const all = raw.toString();
    const cut = all.length > mostShown ? `${words.cut} ` : '';
    const whole = `<p class="notice">${cut}<a href="/api/v1/message/${detail.ID}/raw" download="${detail.ID}.eml">${words.download}</a></p>`;
    return `${whole}<pre tabindex="0">${text(all.slice(0, mostShown))}</pre>`;
  },
};

/** Whether a mail would load pictures of other servers. */
function hasRemote(html: string): boolean {
  return /<img\b[^>]*\ssrc\s*=\s*["']?\s*(https?:)?\/\//i.test(html);
}

/**
 * The document of a mail's HTML part. Links must not open inside of the frame, and pictures that came with the mail are
 * put where it names them (`cid:`, RFC 2392): a browser knows only the mail.
 */
export function mailHtml({ html = '', attachments }: Email): string {
  const pictures = new Map(
    attachments
      .filter(({ contentId, mimeType }) => contentId && /^image\/[\w.+-]+$/.test(mimeType))
      .map(({ contentId = '', mimeType, content }) => [
        contentId.replace(/^<|>$/g, ''),
        `data:${mimeType};base64,${Buffer.from(bytesOf(content)).toString('base64')}`,
      ]),
  );
  const shown = html.replace(/\bcid:([^"'\s)>]+)/gi, (whole, id: string) => pictures.get(decodedId(id)) ?? whole);
  return `<!doctype html><meta charset="utf-8"><base target="_blank">${shown}`;
}

function decodedId(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
