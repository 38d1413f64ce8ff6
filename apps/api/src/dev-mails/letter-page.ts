import type { MailWords } from '@jobwire/jobs';
import type { Locale } from '@jobwire/runtime';

import { escapeHtml, type PreviewPage } from './send-preview.ts';
import { type Theme, themes } from './themed.ts';

/** What is shown of a letter. */
export interface ShownLetter {
  name: string;
  locale: Locale;
  words: MailWords;
  /** What it was written with. */
  variables: unknown;
}

/** One letter in one language: both looks, in both widths, and its text. */
export function letterPage({ name, locale, words, variables }: ShownLetter): PreviewPage {
  const path = `/dev/mails/${name}/${locale}`;
  return {
    title: `${name} ${locale}`,
    main: `<nav><a href="/dev/mails">All letters</a></nav>
<h1 lang="${locale}">${escapeHtml(words.subject)}</h1>
<p><code>${name}</code> in <code>${locale}</code></p>
${themes.map((theme) => frames(path, theme)).join('\n')}
<h2>Text</h2>
<pre lang="${locale}">${escapeHtml(words.text)}</pre>
<h2>Variables</h2>
<pre>${escapeHtml(JSON.stringify(variables, null, 2))}</pre>`,
  };
}

const widths = { narrow: '320 px', wide: '760 px' };

/** Sandboxed: nothing in a letter may run, or lead this page elsewhere. */
function frames(path: string, theme: Theme): string {
  const figures = Object.entries(widths).map(
    ([width, pixels]) => `<figure>
<figcaption>${theme}, ${pixels} · <a href="${path}/${theme}">alone</a></figcaption>
<iframe class="${width}" sandbox title="${theme}, ${pixels}" src="${path}/${theme}"></iframe>
</figure>`,
  );
  return `<div class="bar">\n${figures.join('\n')}\n</div>`;
}
