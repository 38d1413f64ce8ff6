/** One line of a result: ours beside the limit that was measured in the same run. */
export interface Row {
  what: string;
  unit: string;
  ours: number;
  /** The raw limit in the same unit; undefined for a time, which has no limit but its target. */
  limit?: number;
  /** The ratio to reach, or the most that a time may be. */
  target: number;
}

const number = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);

/** Write rows as a table. A ratio is ours by limit; a time stands alone. */
export function printTable(rows: readonly Row[]): void {
  const cells = rows.map(({ what, unit, ours, limit, target }) => [
    what,
    `${number(ours)} ${unit}`,
    limit === undefined ? '' : `${number(limit)} ${unit}`,
    limit === undefined ? '' : `${(ours / limit).toFixed(2)} ×`,
    limit === undefined ? `≤ ${number(target)} ${unit}` : `≥ ${target.toFixed(2)} ×`,
  ]);
  writeCells([['', 'ours', 'the part alone', 'ratio', 'goal'], ...cells]);
}

/** Write lines of cells below each other, the first of each line to the left and the others to the right. */
export function writeCells(all: readonly (readonly string[])[]): void {
  const widths = all[0]?.map((_cell, column) => Math.max(...all.map((row) => row[column]?.length ?? 0))) ?? [];
  for (const row of all) {
    const line = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
    );
    process.stdout.write(`${line.join('  ')}\n`);
  }
}

/** The value below which `part` (0…1) of the values lie. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN;
}
