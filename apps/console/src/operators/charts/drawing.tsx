import type { ChartLine } from './chart-line.ts';
import { areaPath, linePath, type Scale } from './paths.ts';
import { type Grid, stepTime } from './series.ts';

/** The room around the lines, in pixels: for the numbers on the left and the times below. */
export const margin = { left: 46, right: 10, top: 8, bottom: 20 } as const;

/** How high a drawing is, in pixels. */
const height = 148;

/** Marks on the axis of time are this far apart, in milliseconds. */
const markMs = 5 * 60_000;

/** Lines over time with their axes. What it shows is said by its label, and by what stands beside it. */
export function Drawing({ label, lines, grid, width, ticks, format, clock, cursor }: DrawingProps) {
  const inner = { width: width - margin.left - margin.right, height: height - margin.top - margin.bottom };
  const top = ticks.at(-1) ?? 1;
  const scale: Scale = {
    x: (index) => margin.left + (index / (grid.steps - 1)) * inner.width,
    // A latency below zero is drawn at zero; its chart says why.
    y: (value) => margin.top + inner.height * (1 - Math.max(0, value) / top),
  };
  const marks = Array.from({ length: grid.steps }, (_, index) => index).filter(
    (index) => stepTime(grid, index) % markMs === 0,
  );
  const [first] = lines;
  return (
    <svg class="drawing" role="img" aria-label={label} width={width} height={height}>
      {ticks.map((tick) => (
        <g key={tick}>
          <line class="rule" x1={margin.left} x2={width - margin.right} y1={scale.y(tick)} y2={scale.y(tick)} />
          <text x={margin.left - 6} y={scale.y(tick) + 4} text-anchor="end">
            {format(tick)}
          </text>
        </g>
      ))}
      {marks.map((index) => (
        <text
          key={stepTime(grid, index)}
          x={scale.x(index)}
          y={height - 4}
          text-anchor={anchorOf(scale.x(index), width)}
        >
          {clock(stepTime(grid, index))}
        </text>
      ))}
      {first && <path class={`area ${first.tone}`} d={areaPath(first.values, scale)} />}
      {lines.toReversed().map(({ name, values, tone, dash }) => (
        <path key={name} class={`line ${tone}`} d={linePath(values, scale)} stroke-dasharray={dash} />
      ))}
      {cursor !== undefined && (
        <line class="cursor" x1={scale.x(cursor)} x2={scale.x(cursor)} y1={margin.top} y2={height - margin.bottom} />
      )}
      {cursor !== undefined &&
        lines.map(({ name, values, tone }) => {
          const value = values[cursor];
          return (
            value !== undefined && <circle key={name} class={tone} cx={scale.x(cursor)} cy={scale.y(value)} r="3.5" />
          );
        })}
    </svg>
  );
}

/** A time at an edge stays inside. */
function anchorOf(x: number, width: number): 'start' | 'middle' | 'end' {
  if (x < margin.left + 16) return 'start';
  return x > width - margin.right - 16 ? 'end' : 'middle';
}

/** What a drawing is made of. */
export interface DrawingProps {
  /** What it shows, in words. */
  label: string;
  /** The first one has its area filled and lies on top. */
  lines: readonly ChartLine[];
  grid: Grid;
  width: number;
  /** Marks of the axis of values, from zero on. */
  ticks: readonly number[];
  format: (value: number) => string;
  clock: (at: number) => string;
  /** The step that is pointed at. */
  cursor: number | undefined;
}
