/** Most lines across a chart, the one at zero left out: more would be a grid, not a scale. */
const mostTicks = 4;

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** Distances between marks of a scale of times, as people count them. */
const timeSteps = [
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500],
  ...[1, 2, 5, 10, 15, 30].map((count) => count * second),
  ...[1, 2, 5, 10, 15, 30].map((count) => count * minute),
  ...[1, 2, 6, 12, 24].map((count) => count * hour),
];

/** Marks from zero to `most` or just above it, at round distances, for counts: 1, 2 or 5 times a power of ten. */
export function countTicks(most: number): number[] {
  const least = Math.max(1, most / mostTicks);
  const power = 10 ** Math.floor(Math.log10(least));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((round) => round >= least) ?? 10 * power;
  return ticksBy(step, most);
}

/** The same for times in milliseconds. */
export function timeTicks(longest: number): number[] {
  const most = Math.max(longest, 4);
  const step = timeSteps.find((round) => round * mostTicks >= most);
  // Longer than days: counted in days.
  return step === undefined ? countTicks(most / (24 * hour)).map((days) => days * 24 * hour) : ticksBy(step, most);
}

function ticksBy(step: number, most: number): number[] {
  const count = Math.max(1, Math.ceil(most / step));
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}
