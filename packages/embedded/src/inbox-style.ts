import { tokens } from './tokens.gen.ts';

/** The page's style, served as a file. */
export const inboxStyle = `${tokens}
*, *::before, *::after { box-sizing: border-box; }
html { font: 100%/1.5 var(--sans); background: var(--ground); color: var(--ink); -webkit-text-size-adjust: 100%; }
body {
  margin: 0; height: 100dvh; min-width: 20rem; display: grid;
  grid-template: "top top" auto "list mail" minmax(0, 1fr) / clamp(17rem, 34vw, 26rem) minmax(0, 1fr);
}
h1, h2, p, ol, dl, dd, pre { margin: 0; padding: 0; }
a { color: var(--accent); text-underline-offset: .2em; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
[hidden] { display: none !important; }

header {
  grid-area: top; display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; position: relative; z-index: 2;
  min-height: 3.5rem; padding: .45rem clamp(.75rem, 3vw, 1.25rem); border-bottom: 1px solid var(--line); background: var(--surface);
}
h1 { font-size: 1rem; letter-spacing: -.01em; }
h1 a { display: inline-flex; gap: .55rem; align-items: center; min-height: 2.5rem; color: inherit; text-decoration: none; }
form { flex: 1 1 14rem; max-width: 28rem; }
input {
  width: 100%; min-height: 2.5rem; padding: .4rem .75rem; border: 1px solid var(--line-strong); border-radius: var(--radius-small);
  background: var(--ground); color: var(--ink); font: inherit;
}
input::placeholder { color: var(--muted); opacity: 1; }
#count { margin-right: auto; color: var(--muted); font-size: .9rem; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
summary, button {
  display: inline-flex; align-items: center; min-height: 2.5rem; padding: .4rem .95rem; border: 1px solid var(--line-strong);
  border-radius: var(--radius-small); background: var(--surface); color: var(--ink); font: inherit; font-weight: 550; cursor: pointer;
}
summary { list-style: none; }
summary::-webkit-details-marker { display: none; }
summary:hover, button:hover { background: var(--raised); }
details { position: relative; }
details p {
  position: absolute; right: 0; margin-top: .4rem; padding: .75rem; width: max-content; max-width: calc(100vw - 1.5rem);
  border: 1px solid var(--line); border-radius: var(--radius); background: var(--surface); box-shadow: 0 8px 32px rgb(0 0 0 / 18%);
}
button { border-color: var(--bad); color: var(--bad); }

#mails { grid-area: list; overflow-y: auto; border-right: 1px solid var(--line); background: var(--surface); }
ol { list-style: none; }
li a {
  display: grid; grid-template: "to time" auto "subject files" auto "snippet snippet" auto / minmax(0, 1fr) auto; gap: .1rem .75rem;
  padding: .7rem clamp(.75rem, 3vw, 1.25rem); border-bottom: 1px solid var(--line); color: inherit; text-decoration: none;
}
li a:hover { background: var(--raised); }
li a:focus-visible { outline-offset: -2px; }
li a[aria-current] { background: var(--accent-ground); box-shadow: inset 3px 0 var(--accent); }
li span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.to, li time, .snippet { color: var(--muted); font-size: .875rem; }
.to { grid-area: to; }
li time { grid-area: time; font-variant-numeric: tabular-nums; }
.subject { grid-area: subject; font-weight: 600; }
/* Without a count beside it, the subject has the whole line. */
.subject:not(:has(+ .badge)) { grid-column: 1 / -1; }
.snippet { grid-area: snippet; }
.badge { grid-area: files; align-self: center; padding: .05rem .6rem; border-radius: 2rem; background: var(--raised); color: var(--muted); font-size: .8rem; font-weight: 600; }
li a[aria-current] .badge, li a:hover .badge { background: var(--surface); }
.empty { margin: 1.25rem; padding: 2.5rem 1rem; border: 1.5px dashed var(--line); border-radius: var(--radius); color: var(--muted); text-align: center; }

main { grid-area: mail; overflow-y: auto; min-width: 0; }
article { display: flex; flex-direction: column; gap: .9rem; min-height: 100%; padding: clamp(1rem, 3vw, 1.75rem); }
article > * { min-width: 0; }
.back { display: none; }
h2 { font-size: clamp(1.25rem, 1.1rem + .8vw, 1.6rem); line-height: 1.25; letter-spacing: -.01em; overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .3rem 1rem; font-size: .9rem; }
dt { color: var(--muted); }
dd { overflow-wrap: anywhere; }
.tabs { display: flex; flex-wrap: wrap; gap: .15rem; border-bottom: 1px solid var(--line); }
.tabs a {
  display: inline-flex; align-items: center; min-height: 2.5rem; padding: 0 .75rem; border-bottom: 2px solid transparent; margin-bottom: -1px;
  color: var(--muted); font-weight: 550; text-decoration: none;
}
.tabs a:hover { color: var(--ink); }
.tabs a[aria-current] { border-color: var(--accent); color: var(--accent); }
.notice { padding: .6rem .9rem; border-radius: var(--radius-small); background: var(--accent-ground); font-size: .9rem; }
iframe { flex: 1; min-height: 28rem; width: 100%; border: 1px solid var(--line); border-radius: var(--radius); background: #fff; color-scheme: light; }
pre, .scrolls { overflow: auto; border: 1px solid var(--line); border-radius: var(--radius); background: var(--surface); }
pre { padding: 1rem; font: .875rem/1.6 var(--mono); white-space: pre-wrap; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; font-size: .875rem; }
th, td { padding: .45rem 1rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; overflow-wrap: anywhere; }
tr:last-child > * { border-bottom: 0; }
th { color: var(--muted); font-weight: 550; white-space: nowrap; }
td { font-family: var(--mono); }

@media (max-width: 47.99rem) {
  body { display: block; height: auto; min-height: 100dvh; }
  header { position: sticky; top: 0; }
  h1 { margin-right: auto; }
  form { order: 3; flex-basis: 100%; max-width: none; }
  #count { margin-right: 0; }
  #mails { border: 0; }
  .reading #mails, .reading form, .reading #count, .reading details, .choosing main { display: none; }
  .back { display: block; }
  .back a { display: inline-flex; align-items: center; min-height: 2.5rem; text-decoration: none; font-weight: 550; }
  article { min-height: calc(100dvh - 3.5rem); }
  th { white-space: normal; }
  th, td { display: block; padding-block: .35rem 0; border: 0; }
  td { padding: 0 1rem .45rem; border-bottom: 1px solid var(--line); }
}
@media (prefers-reduced-motion: reduce) { * { scroll-behavior: auto !important; } }
`;
