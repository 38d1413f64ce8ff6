import { look } from '../http/look.ts';

/** The look of the pages at `/` and `/problems`: one column. */
export const style = `${look}
  header { max-width: 50rem; margin: 0 auto; padding: .5rem clamp(.75rem, 3vw, 1.5rem) 0 }
  main { max-width: 50rem; margin: 0 auto; padding: clamp(1rem, 3vw, 2rem) clamp(.75rem, 3vw, 1.5rem) 3rem }
  h2 { font-size: 1.1rem; line-height: 1.3; margin: 2rem 0 .6rem }
  p { margin: .4rem 0 }
  pre { overflow: auto; margin: 0; padding: .9rem 1rem; border: 1px solid var(--line); border-radius: var(--radius); background: var(--surface); line-height: 1.55 }
  pre code { font-size: 1em }
  nav { display: flex; flex-wrap: wrap; gap: .5rem; margin: 1.4rem 0 }
  nav a { display: inline-flex; align-items: center; min-height: 2.5rem; padding: .4rem .95rem; border: 1px solid var(--line-strong); border-radius: var(--radius-small); background: var(--surface); color: var(--ink); font-weight: 550; text-decoration: none }
  nav a:hover { background: var(--raised) }
  dl { display: grid; grid-template-columns: minmax(0, 19rem) minmax(0, 1fr); gap: .55rem 1.2rem; margin: 1rem 0 0; padding: 1.1rem; border: 1px solid var(--line); border-radius: var(--radius); background: var(--surface); box-shadow: var(--shadow) }
  dt { overflow-wrap: anywhere } dd { margin: 0; color: var(--muted) }
  @media (max-width: 40rem) { dl { grid-template-columns: minmax(0, 1fr); gap: .2rem } dd { margin-bottom: .7rem } dd:last-child { margin: 0 } }
`;
