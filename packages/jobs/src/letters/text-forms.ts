/** Characters of text that a list of mails has room for, beside the subject. */
const excerptLength = 120;

/** Keep the line breaks of a text in HTML. `{{lines text}}` in templates. */
export function lines(escaped: string): string {
  return escaped.replaceAll(/\r\n?|\n/g, '<br>\n');
}

/** The beginning of a text as one line, for the list of mails. `{{excerpt text}}` in templates. */
export function excerpt(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  if (line.length <= excerptLength) return line;
  // Not half of a character that takes two units.
  return `${line.slice(0, excerptLength - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
