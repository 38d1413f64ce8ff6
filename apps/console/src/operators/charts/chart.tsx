import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

import type { App } from '../../app.ts';
import type { Language } from '../../language/language.ts';
import { operatorsWords } from '../words.ts';
import type { ChartLine } from './chart-line.ts';
import { Drawing, margin } from './drawing.tsx';
import { type Grid, latestOf, rangeOf, stepTime } from './series.ts';
import { TimeTable } from './time-table.tsx';
import { useWidth } from './use-width.ts';

/** Numbers over a quarter of an hour: drawn, in words, as a table, and of any moment that one points at. */
export function Chart({ app, title, about, lines, grid, ticksTo, format, children }: ChartProps) {
  const language = app.language.value;
  const words = operatorsWords[language].charts;
  const { box, width } = useWidth<HTMLDivElement>();
  // The step itself, so that it stays at its moment while the chart moves on.
  const [pointed, setPointed] = useState<number>();
  const oldest = grid.last - grid.steps + 1;
  const cursor = pointed === undefined || pointed < oldest ? undefined : Math.min(pointed, grid.last) - oldest;
  const ranges = lines.map(({ values }) => rangeOf(values));
  const most = Math.max(0, ...ranges.map((range) => range?.most ?? 0));
  const known = ranges.some((range) => range !== undefined);
  const valueText = (value: number | undefined): string => (value === undefined ? '–' : format(value));
  const clock = clockOf(language);
  const moment = cursor === undefined ? words.now : clockOf(language, '2-digit')(stepTime(grid, cursor));
  const shown = lines.map((line) => ({
    ...line,
    value: cursor === undefined ? latestOf(line.values.slice(-recentSteps)) : line.values[cursor],
  }));
  const said = shown
    .map(({ name, value }) => `${name} ${value === undefined ? words.unknown : format(value)}`)
    .join(', ');
  const rangeText = (index: number): string => {
    const range = ranges[index];
    return range ? words.range(format(range.least), format(range.most)) : words.unknown;
  };
  const summary = `${title}. ${words.now}: ${said}. ${operatorsWords[language].window}: ${lines
    .map(({ name }, index) => `${name} ${rangeText(index)}`)
    .join(', ')}.`;
  const pointAt = (event: PointerEvent & { currentTarget: HTMLElement }): void => {
    const { left } = event.currentTarget.getBoundingClientRect();
    const along = (event.clientX - left - margin.left) / (width - margin.left - margin.right);
    setPointed(oldest + Math.round(Math.min(1, Math.max(0, along)) * (grid.steps - 1)));
  };
  return (
    <figure class="card stack tight chart">
      <figcaption>
        <span class="row apart">
          <h3>{title}</h3>
          <span class="quiet small number">{moment}</span>
        </span>
        <p class="quiet small">{about}</p>
      </figcaption>
      <ul class="legend">
        {shown.map(({ name, tone, dash, value }, index) => (
          <li key={name}>
            <svg width="32" height="8" aria-hidden="true" focusable="false">
              <path class={`line ${tone}`} d="M1 4H31" stroke-dasharray={dash} />
            </svg>
            <span class="quiet">{name}</span>
            <strong class="number">{valueText(value)}</strong>
            <span class="quiet number">{ranges[index] ? rangeText(index) : '–'}</span>
          </li>
        ))}
      </ul>
      <div class="plot" ref={box} onPointerMove={pointAt} onPointerLeave={() => setPointed(undefined)}>
        {width > 0 && (
          <Drawing
            label={summary}
            lines={lines}
            grid={grid}
            width={width}
            ticks={ticksTo(most)}
            format={format}
            clock={clock}
            cursor={cursor}
          />
        )}
        {!known && <p class="plot-empty quiet small">{words.nothing}</p>}
        <input
          type="range"
          aria-label={`${title}: ${words.moment}`}
          aria-valuetext={cursor === undefined ? words.now : `${moment}: ${said}`}
          min={0}
          max={grid.steps - 1}
          value={cursor ?? grid.steps - 1}
          onInput={(event) => setPointed(oldest + Number(event.currentTarget.value))}
          onBlur={() => setPointed(undefined)}
        />
      </div>
      <TimeTable app={app} title={title} lines={lines} grid={grid} format={valueText} clock={clock} />
      {children}
    </figure>
  );
}

/** Times of day that are short enough for an axis. */
function clockOf(language: Language, second?: '2-digit'): (at: number) => string {
  const format = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', second, hourCycle: 'h23' });
  return (at) => format.format(at);
}

/** What counts as now: the newest of these steps that is known. */
const recentSteps = 3;

/** What a chart is made of. */
export interface ChartProps {
  app: App;
  title: string;
  about: string;
  lines: readonly ChartLine[];
  grid: Grid;
  /** Marks of the axis for values up to this one. */
  ticksTo: (most: number) => number[];
  format: (value: number) => string;
  children?: ComponentChildren;
}
