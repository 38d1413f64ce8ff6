import { effect, signal } from '@preact/signals';

/** How the page looks; `system` follows the device. */
export const themes = ['system', 'light', 'dark'] as const;

/** A look. */
export type Theme = (typeof themes)[number];

/** The look that is shown; set it to switch. */
export interface ThemeChoice {
  value: Theme;
}

const kept = 'jobwire.theme';

/** The look that was chosen in this browser before. */
export function createTheme(
  storage: Pick<Storage, 'getItem' | 'setItem'>,
  document: { documentElement: { dataset: DOMStringMap } },
): ThemeChoice {
  const theme = signal<Theme>(themes.find((known) => known === storage.getItem(kept)) ?? 'system');
  effect(() => {
    document.documentElement.dataset['theme'] = theme.value;
  });
  return {
    get value() {
      return theme.value;
    },
    set value(next) {
      storage.setItem(kept, next);
      theme.value = next;
    },
  };
}
