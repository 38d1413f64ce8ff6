import { useEffect, useState } from 'preact/hooks';

/** The time, in milliseconds since 1970, anew each second while `running`: for countdowns and durations. */
export function useNow(running = true): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (!running) return undefined;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, [running]);
  return now;
}
