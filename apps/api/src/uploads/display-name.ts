/** Longest name that is kept, in bytes of UTF-8. */
const maxBytes = 255;

/**
 * Make a file's name safe to show: no folders, no control characters, nothing that turns the writing direction, NFC, at
 * most 255 bytes. It is only ever shown; files are stored by their content.
 *
 * @returns null when nothing is left
 */
export function displayName(sent: string | undefined): string | null {
  const last = (sent ?? '').split(/[/\\]/).at(-1) ?? '';
  // Controls, invisible formatting with the bidirectional overrides, private characters, lone surrogates.
  const plain = last
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, '')
    .trim();
  const short = cut(plain);
  return short === '' || short === '.' || short === '..' ? null : short;
}

function cut(text: string): string {
  let kept = '';
  let bytes = 0;
  for (const character of text) {
    bytes += Buffer.byteLength(character);
    if (bytes > maxBytes) break;
    kept += character;
  }
  return kept;
}
