import { useEffect, useRef, useState } from 'preact/hooks';

/** The width of an element in pixels, as it changes; drawings that know it are crisp. */
export function useWidth<Box extends Element>() {
  const box = useRef<Box>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.round(entry?.contentRect.width ?? 0)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { box, width };
}
