import type { Values } from './series.ts';

/** Where a value lies in a drawing. */
export interface Scale {
  /** From the index of a step to the right. */
  x(index: number): number;
  /** From a value downwards. */
  y(value: number): number;
}

/** The outline of what is known, for the `d` of a path: it breaks where nothing is, and a step that stands alone is a dot. */
export function linePath(values: Values, scale: Scale): string {
  return runsOf(values)
    .map((run) => {
      const points = run.map(({ index, value }) => pointOf(scale, index, value));
      return points.length === 1 ? `M${points[0]}h.01` : `M${points.join('L')}`;
    })
    .join('');
}

/** What lies under that line, down to zero. */
export function areaPath(values: Values, scale: Scale): string {
  return runsOf(values)
    .map((run) => {
      const points = run.map(({ index, value }) => pointOf(scale, index, value));
      const [first, last] = [run[0]?.index ?? 0, run.at(-1)?.index ?? 0];
      return `M${pointOf(scale, first, 0)}L${points.join('L')}L${pointOf(scale, last, 0)}Z`;
    })
    .join('');
}

interface Known {
  index: number;
  value: number;
}

/** The known values in runs without gaps. */
function runsOf(values: Values): Known[][] {
  const runs: Known[][] = [];
  for (const [index, value] of values.entries()) {
    if (value === undefined) continue;
    const run = runs.at(-1);
    if (run && run.at(-1)?.index === index - 1) run.push({ index, value });
    else runs.push([{ index, value }]);
  }
  return runs;
}

/** A tenth of a pixel is as fine as anybody sees. */
function pointOf(scale: Scale, index: number, value: number): string {
  return `${Math.round(scale.x(index) * 10) / 10} ${Math.round(scale.y(value) * 10) / 10}`;
}
