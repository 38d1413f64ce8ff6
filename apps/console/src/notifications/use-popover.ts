import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** Something that a button shows over the page, and that goes away by Escape or by going elsewhere. */
export interface Popover {
  open: boolean;
  toggle(): void;
  button: RefObject<HTMLButtonElement | null>;
  /** Gets the focus when it is shown. */
  panel: RefObject<HTMLDivElement | null>;
}

/** Make a popover. Escape gives the focus back to the button. */
export function usePopover(): Popover {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return undefined;
    panel.current?.focus();
    const leave = ({ target }: Event): void => {
      const isInside = (element: Element | null): boolean =>
        target instanceof Node && element?.contains(target) === true;
      if (!isInside(panel.current) && !isInside(button.current)) setOpen(false);
    };
    const escape = ({ key }: KeyboardEvent): void => {
      if (key !== 'Escape') return;
      setOpen(false);
      button.current?.focus();
    };
    document.addEventListener('pointerdown', leave);
    document.addEventListener('focusin', leave);
    document.addEventListener('keydown', escape);
    return () => {
      document.removeEventListener('pointerdown', leave);
      document.removeEventListener('focusin', leave);
      document.removeEventListener('keydown', escape);
    };
  }, [open]);
  return { open, toggle: () => setOpen(!open), button, panel };
}
