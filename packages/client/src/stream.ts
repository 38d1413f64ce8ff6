/** A stream of values for one reader, written by callbacks. */
export interface Stream<Value> extends AsyncIterableIterator<Value> {
  push(value: Value): void;
  /** Nothing follows; what was pushed is still read. */
  end(): void;
  /** What was pushed is still read, then the reader gets the error. */
  fail(error: unknown): void;
}

/**
 * Make a stream.
 *
 * @param onClose called once, when the stream has ended, failed, or its reader left
 */
export function createStream<Value>(onClose: () => void): Stream<Value> {
  const values: Value[] = [];
  let failure: { error: unknown } | undefined;
  let closed = false;
  let wake: (() => void) | undefined;

  const close = (): void => {
    if (closed) return;
    closed = true;
    onClose();
    wake?.();
  };
  return {
    push(value) {
      if (closed) return;
      values.push(value);
      wake?.();
    },
    end: close,
    fail(error) {
      if (closed) return;
      failure = { error };
      close();
    },
    async next() {
      while (values.length === 0 && !closed) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      const value = values.shift();
      if (value !== undefined) return { done: false, value };
      const failed = failure;
      failure = undefined;
      if (failed) throw failed.error;
      return { done: true, value: undefined };
    },
    return() {
      values.length = 0;
      close();
      return Promise.resolve({ done: true, value: undefined });
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
