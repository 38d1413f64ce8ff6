/** Holds callers back while it is closed. */
export interface Gate {
  close(): void;
  open(): void;
  /** Resolves when the gate is open. */
  passage(): Promise<void>;
}

/** Make an open gate. */
export function createGate(): Gate {
  let closed: { passed: Promise<void>; pass: () => void } | undefined;
  return {
    close() {
      if (closed) return;
      let pass = (): void => undefined;
      const passed = new Promise<void>((resolve) => {
        pass = resolve;
      });
      closed = { passed, pass };
    },
    open() {
      closed?.pass();
      closed = undefined;
    },
    passage: () => closed?.passed ?? Promise.resolve(),
  };
}
