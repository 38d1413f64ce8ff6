// Written by `npm run generate` from apps/console/src/look/tokens.css.

/** Colours, spaces and type, as in the console. */
export const tokens = `:root {
  color-scheme: light dark;
  --ground: light-dark(#f6f7f9, #0e1116);
  --surface: light-dark(#ffffff, #171b22);
  --raised: light-dark(#eef1f5, #212731);
  --line: light-dark(#d9dee6, #2f3743);
  --line-strong: light-dark(#838d9c, #6d7887);
  --ink: light-dark(#12161c, #e9edf3);
  --muted: light-dark(#566070, #a3aebd);
  --accent: light-dark(#3450e0, #8fa2ff);
  --accent-ground: light-dark(#e8ecff, #222b4d);
  --on-accent: light-dark(#ffffff, #0e1116);
  --good: light-dark(#15703c, #5fd394);
  --good-ground: light-dark(#dff5e8, #14301f);
  --warn: light-dark(#8a5300, #f0b352);
  --warn-ground: light-dark(#fdf0d8, #38290f);
  --bad: light-dark(#b3261e, #ff8f85);
  --bad-ground: light-dark(#fde7e5, #3d1b19);
  --radius: 0.75rem;
  --radius-small: 0.45rem;
  --shadow: 0 1px 2px rgb(0 0 0 / 6%), 0 4px 16px rgb(0 0 0 / 5%);
  --mono: ui-monospace, 'SF Mono', 'Cascadia Mono', 'DejaVu Sans Mono', Menlo, monospace;
  --sans: system-ui, -apple-system, 'Segoe UI', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif;
}`;
