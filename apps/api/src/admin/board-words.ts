import { redact } from '@jobwire/runtime';

import { isApiKey } from '../auth/api-key-text.ts';

/**
 * What a person on the board may read of data that somebody sent: no secrets and no whole addresses (as in the log), no
 * links and no tokens, because they may be a way in. Long texts are cut.
 *
 * @param value plain data
 */
export function shownOf(value: unknown): unknown {
  return redact({ shown: withoutLinks(value) })['shown'];
}

/** The same for a text of our own, which is shown whole. */
export function shownText(text: string): string {
  return String(redact({ text: hideLinks(text) })['text']);
}

/** Characters of a text that are shown: enough to know it again, too few to read people's mail. */
const longestText = 300;

function withoutLinks(value: unknown): unknown {
  if (typeof value === 'string') return hideLinks(cut(value));
  if (Array.isArray(value)) return value.map(withoutLinks);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [hideLinks(key), withoutLinks(member)]));
}

/** Cut a long text between two words: half an address or half a token would not be known for what it is. */
function cut(text: string): string {
  if (text.length <= longestText) return text;
  const start = text.slice(0, longestText).replace(/[^\s"'<>]+$/, '');
  return `${start}… (${text.length} characters)`;
}

/** An address of the web keeps its host, a path loses what may be a signature behind it, and a token goes. */
function hideLinks(text: string): string {
  return text
    .replace(/\b(https?:\/\/[^\s/?#"'<>]+)[^\s"'<>]*/gi, '$1/…')
    .replace(/(?<![^\s"'<>(])(\/[\w./%~-]*)[?#][^\s"'<>]*/g, '$1?…')
    .replace(/[\w.-]+/g, (word) => (isToken(word) ? '[hidden]' : word));
}

/** A JWT, or one of our API keys. */
function isToken(word: string): boolean {
  return /^eyJ[\w-]+\.[\w-]+\.[\w-]+$/.test(word) || isApiKey(word);
}
