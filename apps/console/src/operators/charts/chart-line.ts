import type { Values } from './series.ts';

/** A line of a chart. Lines of one chart differ in their dashes too: not everybody tells the colours apart. */
export interface ChartLine {
  name: string;
  values: Values;
  /** A colour of look/operators.css. */
  tone: 'accent' | 'good' | 'warn' | 'bad' | 'quiet';
  /** Of `stroke-dasharray`; left out, the line is whole. */
  dash?: string;
}
