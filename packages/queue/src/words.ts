/** Characters of a field's text that are searchable, words of a job, and characters of a word; the rest is not found. */
const longest = { text: 1_000, words: 100, word: 64 };

/**
 * The words of texts, as a search compares them: runs of letters and digits in lower case (Unicode NFKC), each once.
 * An address is found by its parts.
 */
export function wordsOf(...texts: readonly string[]): string[] {
  const words = texts.flatMap(
    (text) =>
      text
        .slice(0, longest.text)
        .normalize('NFKC')
        .toLowerCase()
        .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [],
  );
  return [...new Set(words.map((word) => word.slice(0, longest.word)))].slice(0, longest.words);
}

/** The words of a payload's searchable fields, which may be texts or numbers. */
export function wordsOfPayload(fields: readonly string[], payload: unknown): string[] {
  if (typeof payload !== 'object' || payload === null) return [];
  const values = new Map<string, unknown>(Object.entries(payload));
  const texts = fields
    .map((field) => values.get(field))
    .filter((value) => typeof value === 'string' || typeof value === 'number');
  return wordsOf(...texts.map(String));
}
