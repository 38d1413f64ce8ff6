import { useEffect, useState } from 'preact/hooks';

import type { FrameLog, LoggedFrame } from './frame-log.ts';

/** How often the list is drawn anew, in milliseconds: a busy connection brings hundreds of frames in a second. */
const drawMs = 200;

/** The frames of the log, a moment late; those of the beginning while `paused`. */
export function useFrames(log: FrameLog, paused: boolean): readonly LoggedFrame[] {
  const [shown, setShown] = useState(() => log.frames.peek());
  useEffect(() => {
    if (paused) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = log.frames.subscribe(() => {
      timer ??= setTimeout(() => {
        timer = undefined;
        setShown(log.frames.peek());
      }, drawMs);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [log, paused]);
  return shown;
}
