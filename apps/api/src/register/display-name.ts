/** Longest name, in characters. */
const longest = 100;

/** Controls, line separators and marks that turn the direction of text around (Unicode "Bidi_Control"). */
const invisible = /[\p{Cc}\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/u;

/**
 * `http://x`, `www.x`, `pills.com`: a mail that greets by name must not carry a stranger's advertisement. Initials and
 * `St.John` stay names.
 */
const linkLike = /:\/\/|\b[Ww]{3}\.|[\p{L}\p{N}-]{2,}\.(\p{Ll}{2,}|\p{Lu}{2,}|\p{Lo}{2,})(?![\p{L}\p{N}])/u;

/**
 * Read the name that a mail greets with.
 *
 * @returns the name without spaces around it, null for an empty one, undefined when it is refused
 */
export function readDisplayName(text: string): string | null | undefined {
  const name = text.trim().normalize('NFC');
  if (name === '') return null;
  if (text.length > longest || invisible.test(text) || linkLike.test(name)) return undefined;
  return name;
}
