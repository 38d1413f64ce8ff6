import type { Span, Timeline } from './timeline.ts';

/** Turns moments into places of a picture. */
export interface TimeScale {
  /** 0 at the left edge, 1 at the right one. */
  place(at: number): number;
  /** Waits that are drawn shorter than they were. */
  cut: readonly Span[];
}

/** The least time that a picture shows, in milliseconds: an end right after the beginning is not magnified. */
const least = 20;

/** How many times longer than the runs all waits together may be before long ones are cut. */
const bearable = 3;

/**
 * Make the scale of a timeline. Runs are true to each other. Waits are too, until they leave the runs less than a quarter of
 * the picture; then the long ones are cut to a common length, so that hours of waiting leave milliseconds of work in sight.
 */
export function scaleOf({ from, to, rows }: Timeline): TimeScale {
  const waits = rows.flatMap((row) => row.waits).toSorted((one, other) => one.from - other.from);
  const waited = sum(waits.map(lengthOf));
  const worked = Math.max(to - from - waited, least);
  const ran = rows.some(({ run }) => run !== undefined);
  // Where nothing ran, there is nothing to make room for.
  const most = !ran || waited <= bearable * worked ? Infinity : worked / waits.length;
  const cut = waits.filter((wait) => lengthOf(wait) > most);
  const shown = (at: number): number => at - from - sum(cut.map((wait) => (lengthOf(wait) - most) * part(wait, at)));
  const whole = Math.max(shown(to), least);
  return { place: (at) => Math.min(Math.max(shown(at) / whole, 0), 1), cut };
}

/** Moments that get a mark on the axis: where something begins or ends, as far as the marks have room. */
export function marksOf({ from, to, rows }: Timeline, scale: TimeScale, room: number): number[] {
  const runs = rows.flatMap(({ run }) => (run ? [run] : []));
  const wanted = [from, to, ...runs.map((run) => run.from), ...runs.map((run) => run.to)];
  const taken: number[] = [];
  for (const at of wanted) {
    const place = scale.place(at);
    if (taken.every((other) => Math.abs(scale.place(other) - place) >= room)) taken.push(at);
  }
  return taken.toSorted((one, other) => one - other);
}

function lengthOf({ from, to }: Span): number {
  return to - from;
}

/** How much of a span is over, 0 to 1. */
function part({ from, to }: Span, at: number): number {
  return to > from ? Math.min(Math.max((at - from) / (to - from), 0), 1) : 0;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
