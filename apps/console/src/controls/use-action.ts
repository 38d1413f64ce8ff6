import { useState } from 'preact/hooks';

/** Something that a button does: whether it is being done, and what went wrong the last time. */
export interface Action<Given extends unknown[]> {
  run(...given: Given): void;
  busy: boolean;
  error: unknown;
}

/** Run what a button does once at a time, and keep what went wrong for the page to show. */
export function useAction<Given extends unknown[]>(act: (...given: Given) => Promise<void>): Action<Given> {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const run = async (...given: Given): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setError(undefined);
    try {
      await act(...given);
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return { run: (...given) => void run(...given), busy, error };
}
