/** A block of a page that belongs to a file of the repository: its info string names the path. */
export interface CodeBlock {
  /** `ts` is the whole file, `diff` adds lines to it. */
  kind: string;
  path: string;
  text: string;
}

/** Find the blocks that name a file: three backticks, the kind, a path. */
export function codeBlocks(markdown: string): CodeBlock[] {
  return [...markdown.matchAll(/^```(\w+) (\S+)\n([\s\S]*?)^```$/gm)].map(([, kind = '', path = '', text = '']) => ({
    kind,
    path,
    text,
  }));
}

/**
 * Apply the diff of a page: lines that begin with a space are looked up, lines with `-` are taken out, lines with `+` are
 * put behind the last one.
 *
 * @throws Error when a line that is looked up does not stand in the file exactly once
 */
export function applyDiff(source: string, diff: string): string {
  const lines = source.split('\n');
  let place = -1;
  for (const line of diff.trimEnd().split('\n')) {
    const text = line.slice(1);
    if (line.startsWith('+')) {
      place += 1;
      lines.splice(place, 0, text);
      continue;
    }
    place = lines.indexOf(text);
    if (place < 0 || lines.includes(text, place + 1)) throw new Error(`"${text}" does not stand in the file once`);
    if (!line.startsWith('-')) continue;
    lines.splice(place, 1);
    place -= 1;
  }
  return lines.join('\n');
}
