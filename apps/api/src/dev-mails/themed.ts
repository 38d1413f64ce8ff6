/** The two looks of a letter. */
export const themes = ['light', 'dark'] as const;

/** One of the looks. */
export type Theme = (typeof themes)[number];

/** Show a letter in one look, whatever the browser prefers: a frame cannot be told what to prefer. */
export function themed(html: string, theme: Theme): string {
  return html
    .replaceAll('@media (prefers-color-scheme: dark)', theme === 'dark' ? '@media all' : '@media not all')
    .replaceAll('color-scheme: light dark', `color-scheme: ${theme}`);
}
