import { useState } from 'preact/hooks';

import type { App } from '../../app.ts';
import { operatorsWords } from '../words.ts';
import type { ChartLine } from './chart-line.ts';
import { type Grid, stepTime } from './series.ts';

/** One row for each minute. */
const rowMs = 60_000;

/** A chart in numbers, for who reads it better so: made when it is opened. */
export function TimeTable({ app, title, lines, grid, format, clock }: TimeTableProps) {
  const words = operatorsWords[app.language.value].charts;
  const [open, setOpen] = useState(false);
  const every = rowMs / grid.stepMs;
  const rows = Array.from({ length: Math.ceil(grid.steps / every) }, (_, row) => grid.steps - 1 - row * every);
  return (
    <details class="chart-table small" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.table}</summary>
      {open && (
        <table class="number">
          <caption class="unseen">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{words.time}</th>
              {lines.map(({ name }) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((index) => (
              <tr key={stepTime(grid, index)}>
                <th scope="row">{clock(stepTime(grid, index))}</th>
                {lines.map(({ name, values }) => (
                  <td key={name}>{format(values[index])}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </details>
  );
}

/** What a table is made of. */
export interface TimeTableProps {
  app: App;
  title: string;
  lines: readonly ChartLine[];
  grid: Grid;
  /** A value for people, also one that is not known. */
  format: (value: number | undefined) => string;
  /** A moment in milliseconds since 1970, for people. */
  clock: (at: number) => string;
}
