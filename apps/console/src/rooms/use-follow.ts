import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

/** How a list that grows at both ends is scrolled. */
export interface Follow {
  list: RefObject<HTMLDivElement | null>;
  /** Whether its end is in sight. */
  atEnd: boolean;
  onScroll(): void;
  toEnd(): void;
}

/** Whoever is this near to the end wants to see what comes, in pixels. */
const nearEnd = 48;

/**
 * Keep the end of a list in sight for whoever looks at it, and leave everybody else where they are, also when something is
 * added above.
 *
 * @param first id of the first line: another one means that something was added above
 * @param drawn changes with everything that is drawn
 */
export function useFollow(first: string | undefined, drawn: unknown): Follow {
  const list = useRef<HTMLDivElement>(null);
  const before = useRef({ first, height: 0, atEnd: true });
  const [atEnd, setAtEnd] = useState(true);
  const toEnd = (): void => {
    if (list.current) list.current.scrollTop = list.current.scrollHeight;
  };
  useLayoutEffect(() => {
    const { current } = list;
    if (!current) return;
    if (before.current.atEnd) toEnd();
    else if (before.current.first !== first) current.scrollTop += current.scrollHeight - before.current.height;
    before.current = { ...before.current, first, height: current.scrollHeight };
  }, [first, drawn]);
  useEffect(() => {
    const { current } = list;
    if (!current) return undefined;
    const resized = new ResizeObserver(() => before.current.atEnd && toEnd());
    resized.observe(current);
    return () => resized.disconnect();
  }, []);
  return {
    list,
    atEnd,
    onScroll() {
      const { current } = list;
      if (!current) return;
      const now = current.scrollHeight - current.scrollTop - current.clientHeight < nearEnd;
      before.current.atEnd = now;
      setAtEnd(now);
    },
    toEnd,
  };
}
