const secondMs = 1_000;
const weekMs = 7 * 24 * 60 * 60 * secondMs;

/** How far the clocks of a zone are ahead of UTC, and when that changes. All times are milliseconds since the epoch. */
export interface TimeZone {
  /** Milliseconds to add to UTC to get what the clocks show. */
  offsetAt(time: number): number;
  /** The first moment after `from`, up to `to`, at which the clocks are put forward or back. */
  firstChange(from: number, to: number): number | undefined;
}

/** True for a name of the IANA data base that this process knows. Offsets like `+02:00` are no names. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z][\w+/-]*$/.test(name)) return false;
  try {
    return Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone.length > 0;
  } catch {
    return false;
  }
}

/**
 * Make a zone from its IANA name.
 *
 * @throws RangeError for a name that this process does not know
 */
export function createTimeZone(name: string): TimeZone {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' });

  const offsetAt = (time: number): number => {
    const text = format.formatToParts(time).find(({ type }) => type === 'timeZoneName')?.value ?? '';
    const [, sign = '+', hours = '0', minutes = '0'] = /GMT([+-])(\d+):(\d+)/.exec(text) ?? [];
    return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60 * secondMs;
  };

  /** Clocks change at whole seconds. */
  const changeBetween = (from: number, to: number): number => {
    const before = offsetAt(from);
    let [early, late] = [Math.floor(from / secondMs), Math.ceil(to / secondMs)];
    while (late - early > 1) {
      const middle = Math.floor((early + late) / 2);
      if (offsetAt(middle * secondMs) === before) early = middle;
      else late = middle;
    }
    return late * secondMs;
  };

  return {
    offsetAt,
    firstChange(from, to) {
      const before = offsetAt(from);
      // Nowhere are clocks put forward and back within a week.
      for (let start = from; start < to; start += weekMs) {
        const end = Math.min(start + weekMs, to);
        if (offsetAt(end) !== before) return changeBetween(start, end);
      }
      return undefined;
    },
  };
}
