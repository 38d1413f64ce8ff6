import type { TappedFrame } from '@jobwire/client';
import { type ReadonlySignal, signal } from '@preact/signals';

/** A frame with a number of its own, for lists. */
export interface LoggedFrame extends TappedFrame {
  number: number;
}

/** The newest frames of the connection. */
export interface FrameLog {
  /** The oldest first. */
  readonly frames: ReadonlySignal<readonly LoggedFrame[]>;
  add(frame: TappedFrame): void;
  clear(): void;
}

/** Frames that are kept: enough to read back, little enough to stay fast. */
const most = 300;

/** Keep the newest frames. */
export function createFrameLog(): FrameLog {
  const frames = signal<readonly LoggedFrame[]>([]);
  let number = 0;
  return {
    frames,
    add(frame) {
      number += 1;
      frames.value = [...frames.peek().slice(1 - most), { ...frame, number }];
    },
    clear() {
      frames.value = [];
    },
  };
}
