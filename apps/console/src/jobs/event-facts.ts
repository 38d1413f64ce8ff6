/** Characters of a value that are shown in a line; the rest is in the raw data. */
const longest = 120;

/** The data of an event in a line: `percent: 40, stage: resize`. */
export function factsOf(data: Readonly<Record<string, unknown>>): string {
  return Object.entries(data)
    .map(([name, value]) => `${name}: ${cut(typeof value === 'string' ? value : JSON.stringify(value))}`)
    .join(', ');
}

function cut(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
