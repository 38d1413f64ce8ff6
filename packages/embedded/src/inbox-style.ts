/** The page's style, served as a file. */
export const inboxStyle = `
:root {
  --ground: #fbfbfa; --panel: #fff; --line: #e2e2df; --ink: #1c1c1a; --soft: #63635e; --accent: #1d5fd1; --chosen: #e9f0fd;
  font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--ground);
}
@media (prefers-color-scheme: dark) {
  :root { --ground: #141413; --panel: #1c1c1b; --line: #343432; --ink: #ecece9; --soft: #a3a39c; --accent: #8ab4ff; --chosen: #22304a; }
}
* { box-sizing: border-box; }
body {
  margin: 0; height: 100vh; display: grid;
  grid-template: "header header" auto "list mail" minmax(0, 1fr) / minmax(16rem, 24rem) minmax(0, 1fr);
}
a { color: var(--accent); }
header { grid-area: header; display: flex; gap: 1rem; align-items: baseline; padding: .6rem 1rem; border-bottom: 1px solid var(--line); }
h1 { font-size: 1.1rem; margin: 0; }
h1 a { color: inherit; text-decoration: none; }
#count { margin: 0; color: var(--soft); flex: 1; }
button { font: inherit; color: inherit; background: none; border: 1px solid var(--line); border-radius: .4rem; padding: .2rem .7rem; cursor: pointer; }
nav { grid-area: list; overflow-y: auto; border-right: 1px solid var(--line); }
ol { list-style: none; margin: 0; padding: 0; }
li a {
  display: grid; grid-template: "to time" "subject subject" "snippet snippet" / minmax(0, 1fr) auto; gap: 0 .5rem;
  padding: .6rem 1rem; border-bottom: 1px solid var(--line); color: inherit; text-decoration: none;
}
li a:hover, li a:focus-visible { background: var(--panel); }
li a[aria-current] { background: var(--chosen); }
li span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.to { grid-area: to; color: var(--soft); }
li time { grid-area: time; color: var(--soft); font-size: .85em; }
.subject { grid-area: subject; font-weight: 600; }
.snippet { grid-area: snippet; color: var(--soft); font-size: .9em; }
.none { color: var(--soft); padding: 1rem; }
main { grid-area: mail; overflow-y: auto; }
article { display: flex; flex-direction: column; min-height: 100%; padding: 1rem 1.5rem; }
h2 { margin: 0 0 .5rem; font-size: 1.35rem; overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; margin: 0; }
dt { color: var(--soft); }
dd { margin: 0; overflow-wrap: anywhere; }
.views { display: flex; gap: 1rem; margin: 1rem 0 .75rem; border-bottom: 1px solid var(--line); }
.views a { padding: .25rem 0; text-decoration: none; color: var(--soft); border-bottom: 2px solid transparent; }
.views a[aria-current] { color: var(--ink); border-color: var(--accent); }
iframe { flex: 1; min-height: 24rem; width: 100%; border: 1px solid var(--line); border-radius: .4rem; background: #fff; color-scheme: light; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font: .95rem/1.6 ui-monospace, monospace; margin: 0; }
table { border-collapse: collapse; font-size: .9rem; }
th, td { text-align: left; vertical-align: top; padding: .25rem 1rem .25rem 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
th { white-space: nowrap; font-weight: 600; }
@media (max-width: 44rem) {
  body { grid-template: "header" auto "pane" minmax(0, 1fr) / minmax(0, 1fr); }
  nav, main { grid-area: pane; border: 0; }
  .reading nav, .choosing main { display: none; }
}
`;
