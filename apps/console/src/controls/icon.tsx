/** Strokes on a square of 24, drawn in the colour of the text around them. */
const strokes = {
  bell: 'M6 9a6 6 0 0 1 12 0c0 6 2.5 7 2.5 7h-17S6 15 6 9M10 20a2.2 2.2 0 0 0 4 0',
  menu: 'M4 7h16M4 12h16M4 17h16',
  upload: 'M12 16V4m0 0L7 9m5-5 5 5M4 17v3h16v-3',
  mail: 'M3 6h18v12H3zm0 1 9 6 9-6',
  check: 'm5 12 5 5 9-10',
  cross: 'M6 6l12 12M18 6 6 18',
  people:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7m-6.5 9a6.5 6.5 0 0 1 13 0M16 4.3a3.5 3.5 0 0 1 0 6.4m2 3.3a6.5 6.5 0 0 1 3.5 6',
  code: 'm8 7-5 5 5 5m8-10 5 5-5 5',
  image: 'M4 5h16v14H4zm0 11 5-5 4 4 3-3 4 4M15 9.5a.6.6 0 1 0 0-.1',
  arrow: 'M5 12h14m-6-6 6 6-6 6',
  back: 'M19 12H5m6-6-6 6 6 6',
  send: 'M4 12 20 4l-5 16-4-7zm7 1 9-9',
  pulse: 'M3 12h4l3-7 4 14 3-7h4',
  broken: 'M3 12h5l2-5m4 10 2-5h5M5 4l14 16',
  turn: 'M20 12a8 8 0 1 1-2.5-5.8M20 3v4h-4',
  pause: 'M9 6v12M15 6v12',
} as const;

/** A small drawing beside words; where it stands alone, what holds it is labelled. */
export function Icon({ name }: { name: keyof typeof strokes }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">
      <path
        d={strokes[name]}
        fill="none"
        stroke="currentColor"
        stroke-width="1.8"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
