/** Notices that nothing was heard for too long. */
export interface Silence {
  /** Something was heard: begin anew. */
  heard(): void;
  stop(): void;
}

/** Watch for silence, of `limitMs()` milliseconds from now on. */
export function watchSilence(limitMs: () => number, silent: () => void): Silence {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const heard = (): void => {
    clearTimeout(timer);
    timer = setTimeout(silent, limitMs());
  };
  heard();
  return { heard, stop: () => clearTimeout(timer) };
}
