/** A part of a card's bar. */
export interface Segment {
  /** A stage, or `upload`. */
  name: string;
  /** How much of the bar it is, in percent. */
  size: number;
  /** How much of it is filled, 0 to 1. */
  filled: number;
}

/** How much of the bar sending a file takes, in percent: the rest belongs to its job, so that one bar tells both. */
const uploadSize = 30;

/** How far a card is, 0 to 100: what was sent, and what was done. `sent` is undefined where nothing had to be sent. */
export function wholePercent(sent: number | undefined, jobPercent: number): number {
  if (sent === undefined) return jobPercent;
  return uploadSize * sent + ((100 - uploadSize) * jobPercent) / 100;
}

/** The parts of a card's bar: the upload where there is one, then the stages, which are equal parts of a job's percent. */
export function segmentsOf(percent: number, stages: readonly string[], uploaded: boolean): Segment[] {
  const begin = uploaded ? uploadSize : 0;
  const names = stages.length === 0 ? ['job'] : stages;
  const parts = [
    ...(uploaded ? [{ name: 'upload', size: uploadSize }] : []),
    ...names.map((name) => ({ name, size: (100 - begin) / names.length })),
  ];
  let from = 0;
  return parts.map(({ name, size }) => {
    const filled = Math.min(1, Math.max(0, (percent - from) / size));
    from += size;
    return { name, size, filled };
  });
}
