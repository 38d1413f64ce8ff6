import { redact } from '@jobwire/runtime';

import { isApiKey } from '../auth/api-key-text.ts';

/**
 * What a person on the board may read of data that somebody sent: no secrets and no whole addresses (as in the log), no
 * links and no tokens, because they may be a way in.
 *
 * @param value plain data
 */
export function shownOf(value: unknown): unknown {
  return redact({ shown: withoutLinks(value) })['shown'];
}

/** The same for a text. */
export function shownText(text: string): string {
  return String(shownOf(text));
}

function withoutLinks(value: unknown): unknown {
  if (typeof value === 'string') return hideLinks(value);
  if (Array.isArray(value)) return value.map(withoutLinks);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [hideLinks(key), withoutLinks(member)]));
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
