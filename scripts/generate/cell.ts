/** Text that stays inside one cell of a Markdown table. */
export function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

/** The line that every generated page begins with. */
export const generatedNotice = (source: string): string =>
  `<!-- Written by \`npm run generate\` from ${source}. Edit that, not this page. -->`;

/** Milliseconds in the largest unit that keeps them whole: 90000 is `90 s`, 3600000 is `1 h`. */
export function duration(ms: number): string {
  const units = [
    ['d', 86_400_000],
    ['h', 3_600_000],
    ['min', 60_000],
    ['s', 1_000],
  ] as const;
  const [unit, size] = units.find(([, milliseconds]) => ms >= milliseconds && ms % milliseconds === 0) ?? ['ms', 1];
  return `${ms / size} ${unit}`;
}
