import { letters } from '@jobwire/jobs/letters';
import { locales } from '@jobwire/runtime';

import { escapeHtml, type PreviewPage } from './send-preview.ts';

/** All letters in all languages. */
export function listPage(): PreviewPage {
  const rows = Object.entries(letters).map(([name, { about, open }]) => {
    const links = locales.map((locale) => `<a href="/dev/mails/${name}/${locale}">${locale}</a>`).join(' · ');
    const sender = open ? ' Other programs may send it.' : '';
    return `<dt><code>${name}</code> ${links}</dt><dd>${escapeHtml(about)}.${sender}</dd>`;
  });
  return {
    title: 'Letters',
    main: `<h1>Letters</h1>
<p>With sample variables, from <code>packages/jobs/letters</code>. After a change: <code>npm run generate</code>.</p>
<dl>
${rows.join('\n')}
</dl>
<nav><a href="/">Home</a></nav>`,
  };
}
