/** A stream of values for one reader, written by callbacks. */
export interface Stream<Value> extends AsyncIterableIterator<Value> {
  push(value: Value): void;
  /** Nothing follows; what was pushed is still read. */
  end(): void;
  /** What was pushed is still read, then the reader gets the error. */
  fail(error: unknown): void;
  /** Keep nothing until somebody reads; without effect when somebody has read. */
  letGo(): void;
  /** Values that wait for the reader. */
  readonly waiting: number;
}

/** What a stream tells its maker. */
export interface StreamOwner {
  /** Once, when the stream has ended, failed, or its reader left. */
  closed(): void;
  /** The reader took one. */
  taken?(): void;
}

/** Make a stream. */
export function createStream<Value>(owner: StreamOwner): Stream<Value> {
  const values: Value[] = [];
  let failure: { error: unknown } | undefined;
  let isClosed = false;
  let isRead = false;
  let keeps = true;
  let wake: (() => void) | undefined;

  const close = (): void => {
    if (isClosed) return;
    isClosed = true;
    owner.closed();
    wake?.();
  };
  return {
    get waiting() {
      return values.length;
    },
    push(value) {
      if (isClosed || !keeps) return;
      values.push(value);
      wake?.();
    },
    end: close,
    fail(error) {
      if (isClosed) return;
      failure = { error };
      close();
    },
    letGo() {
      if (isRead) return;
      keeps = false;
      values.length = 0;
    },
    async next() {
      isRead = true;
      keeps = true;
      while (values.length === 0 && !isClosed) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      const value = values.shift();
      if (value !== undefined) {
        owner.taken?.();
        return { done: false, value };
      }
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
