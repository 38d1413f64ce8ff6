/** The look of the pages at `/` and `/problems`: one column, light and dark, no fonts or images from anywhere. */
export const style = `
  :root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 18%, transparent); font: 16px/1.6 system-ui, sans-serif }
  body { margin: 0; padding: 2.5rem 1.25rem }
  main { max-width: 50rem; margin: 0 auto }
  h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .4rem }
  h2 { font-size: 1.1rem; margin: 2.2rem 0 .6rem }
  p { margin: .4rem 0 }
  pre { overflow-x: auto; padding: .9rem 1rem; border: 1px solid var(--line); border-radius: .6rem; font-size: .85rem; line-height: 1.55 }
  code { font-family: ui-monospace, monospace; font-size: .9em }
  nav { display: flex; flex-wrap: wrap; gap: .6rem; margin: 1.4rem 0 }
  nav a { padding: .45rem .9rem; border: 1px solid var(--line); border-radius: 2rem; text-decoration: none; color: inherit }
  nav a:hover, nav a:focus-visible { border-color: currentColor }
  dl { display: grid; grid-template-columns: minmax(0, 19rem) minmax(0, 1fr); gap: .55rem 1.2rem; margin: 0 }
  dt { overflow-wrap: anywhere } dd { margin: 0 }
  @media (max-width: 40rem) { dl { grid-template-columns: 1fr } dd { margin-bottom: .8rem } }
`;
