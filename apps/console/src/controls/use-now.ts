import { useEffect, useState } from 'preact/hooks';

/** The time, in milliseconds since 1970, anew each second while `running`: for countdowns and durations. */
export function useNow(running = true, everyMs = 1_000): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (!running) return undefined;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [running, everyMs]);
  return now;
}
