import { useEffect, useRef } from 'preact/hooks';

import { isAdmin } from '../account/person.ts';
import type { App } from '../app.ts';
import { BroadcastBanner } from '../broadcast/broadcast-banner.tsx';
import { ConnectionStatus } from '../connection/connection-status.tsx';
import { Bell } from '../notifications/bell.tsx';
import { LazyPage } from './lazy-page.tsx';
import { Menu } from './menu.tsx';
import { routeTo } from './route.ts';
import { frameWords } from './words.ts';

/** The frame around every page. */
export function Frame({ app }: { app: App }) {
  const words = frameWords[app.language.value];
  const { page, id } = app.route.value;
  const main = useRef<HTMLElement>(null);
  const shown = useRef(`${page}/${id}`);
  useEffect(() => {
    // Who comes to another page hears it from its top; who has just opened the console is where the browser put them.
    if (shown.current === `${page}/${id}`) return;
    shown.current = `${page}/${id}`;
    window.scrollTo(0, 0);
    main.current?.focus();
  }, [page, id]);
  const ways = (['try', 'jobs', 'rooms', ...(isAdmin(app.person) ? (['operators'] as const) : [])] as const).map(
    (way) => (
      <a key={way} href={routeTo(way)} aria-current={page === way ? 'page' : undefined}>
        {words.ways[way]}
      </a>
    ),
  );
  return (
    <>
      <a class="skip button" href="#main" onClick={(event) => skipTo(event, main.current)}>
        {words.skip}
      </a>
      <header class="top">
        <div class="top-row">
          <a class="brand" href={routeTo('try')}>
            <img src="./favicon.svg" alt="" width="28" height="28" />
            Jobwire
          </a>
          <nav class="ways" aria-label={words.main}>
            {ways}
          </nav>
          <ConnectionStatus app={app} />
          <Bell app={app} />
          <Menu app={app} />
        </div>
        <BroadcastBanner app={app} />
      </header>
      <main class="page" id="main" ref={main} tabIndex={-1}>
        <Page app={app} />
      </main>
      <footer class="foot row">
        <span>{words.foot.version(app.settings.version)}</span>
        <a href="/docs">{words.foot.docs}</a>
        <a href="/asyncapi.json">{words.foot.socket}</a>
        <a href="/problems">{words.foot.problems}</a>
        <a href="/health">{words.foot.health}</a>
      </footer>
      <div class="unseen" aria-live="polite">
        {app.announcer.text}
      </div>
    </>
  );
}

function Page({ app }: { app: App }) {
  const { page } = app.route.value;
  return <LazyPage key={page} app={app} load={pages[page]} />;
}

/** Each has a script of its own, so that nobody waits for pages that they do not open. */
const pages = {
  try: async () => (await import('../try/try-page.tsx')).TryPage,
  jobs: async () => (await import('../jobs/jobs-page.tsx')).JobsPage,
  rooms: async () => (await import('../rooms/rooms-page.tsx')).RoomsPage,
  operators: async () => (await import('../operators/operators-page.tsx')).OperatorsPage,
  account: async () => (await import('../account/account-page.tsx')).AccountPage,
} as const;

/** The fragment is the console's address, so that the link moves the focus itself. */
function skipTo(event: Event, main: HTMLElement | null): void {
  event.preventDefault();
  main?.focus();
}
