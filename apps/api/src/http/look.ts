import { tokens } from './tokens.gen.ts';

/** What all pages of this server share with the console: its colours and type, in light and dark; nothing from elsewhere. */
export const look = `${tokens}
  *, *::before, *::after { box-sizing: border-box }
  html { font: 100%/1.5 var(--sans); background: var(--ground); color: var(--ink); -webkit-text-size-adjust: 100% }
  body { margin: 0; min-width: 20rem }
  h1 { margin: 0 0 .5rem; font-size: clamp(1.4rem, 1.1rem + 1.4vw, 1.9rem); line-height: 1.2; letter-spacing: -.01em }
  a { color: var(--accent); text-underline-offset: .2em }
  code, pre { font-family: var(--mono); font-size: .875em }
  :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
  .brand { display: inline-flex; align-items: center; gap: .55rem; min-height: 2.5rem; color: inherit; font-weight: 700; letter-spacing: -.01em; text-decoration: none }
  .brand svg { width: 1.75rem; height: 1.75rem }
`;

/** The way home, with the picture of the product. */
export const brand = `<a class="brand" href="/"><svg viewBox="0 0 32 32" aria-hidden="true"><rect width="32" height="32" rx="9" fill="#3b5bfd"/><path d="M7 17h5l3-8 4 14 3-6h3" fill="none" stroke="#fff" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round"/></svg>Jobwire</a>`;
