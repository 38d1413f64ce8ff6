/** Something that is asked again and again. */
export interface Polling {
  /** Ask now, and then again after the usual time. */
  now(): void;
}

/** What is asked, how often, and when not. */
export interface PollingOptions {
  everyMs: number;
  /** Handles its own failures. */
  ask(): Promise<void>;
  /** Nothing is asked while nobody looks. */
  document: Pick<Document, 'hidden' | 'addEventListener'>;
  /** Ends it. */
  signal: AbortSignal;
}

/** Ask at once and then every so often, never twice at a time; who comes back to the page is answered at once. */
export function startPolling({ everyMs, ask, document, signal }: PollingOptions): Polling {
  let asking = false;
  let again = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const now = (): void => {
    if (signal.aborted || document.hidden) return;
    if (asking) {
      again = true;
      return;
    }
    asking = true;
    again = false;
    clearTimeout(timer);
    void ask().finally(() => {
      asking = false;
      if (again) now();
      else if (!signal.aborted) timer = setTimeout(now, everyMs);
    });
  };
  document.addEventListener('visibilitychange', now, { signal });
  signal.addEventListener('abort', () => clearTimeout(timer));
  now();
  return { now };
}
