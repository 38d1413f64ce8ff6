import { STATUS_CODES } from 'node:http';

import { escapeHtml } from '../dev-mails/send-preview.ts';
import type { HomePage } from '../home/send-page.ts';
import type { ErrorView } from './error-view.ts';

const ways = '<nav><a href="/problems">All errors</a> <a href="/docs">API</a> <a href="/">Home</a></nav>';

/** The page about one error. */
export function problemPage({ code, title, status, retryable, help, example }: ErrorView): HomePage {
  return {
    title: `${escapeHtml(title)} · Jobwire`,
    main: `
<h1>${escapeHtml(title)}</h1>
<p>${withCode(help)}</p>
<dl>
<dt>Code</dt><dd><code>${code}</code></dd>
<dt>Status</dt><dd>${status} ${STATUS_CODES[status] ?? ''}</dd>
<dt>Try again?</dt><dd>${retryable ? 'The same call may succeed later.' : 'The same call will fail again.'}</dd>
</dl>
<h2>An answer</h2>
<pre><code>${escapeHtml(JSON.stringify(example, null, 2))}</code></pre>
${ways}`,
  };
}

/** The page of all errors. */
export function problemListPage(errors: readonly Pick<ErrorView, 'code' | 'type' | 'title' | 'status'>[]): HomePage {
  const rows = errors.map(
    ({ code, type, title, status }) =>
      `<dt><a href="${type}"><code>${code}</code></a></dt><dd>${status} · ${escapeHtml(title)}</dd>`,
  );
  return {
    title: 'Errors · Jobwire',
    main: `
<h1>Errors</h1>
<p>An error is <code>application/problem+json</code> (RFC 9457). Rely on <code>code</code>: it is never renamed.</p>
<dl>
${rows.join('\n')}
</dl>
<nav><a href="/docs">API</a> <a href="/">Home</a></nav>`,
  };
}

/** Markdown's backticks, the only part of it that these sentences use. */
function withCode(text: string): string {
  return escapeHtml(text).replaceAll(/`([^`]+)`/g, '<code>$1</code>');
}
