import { type ReadonlySignal, signal } from '@preact/signals';

/** A place in the console: `#/jobs/0198…?state=failed` is the page `jobs` with the id `0198…`. */
export interface Route {
  page: 'try' | 'jobs' | 'rooms' | 'operators' | 'account';
  /** What of the page's things; undefined for the page itself. */
  id: string | undefined;
  query: URLSearchParams;
}

const pages = ['try', 'jobs', 'rooms', 'operators', 'account'] as const;

/** Read the fragment of an address. What is not known leads to the first page. */
export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  const [first, ...rest] = path.split('/');
  const page = pages.find((known) => known === first) ?? 'try';
  const id = rest.join('/');
  return { page, id: id === '' ? undefined : decoded(id), query: new URLSearchParams(query) };
}

/** The fragment that leads to a place. */
export function routeTo(page: Route['page'], id?: string, query: Record<string, string> = {}): string {
  const asked = new URLSearchParams(query).toString();
  return `#/${page === 'try' ? '' : page}${id === undefined ? '' : `/${encodeURIComponent(id)}`}${asked ? `?${asked}` : ''}`;
}

/** Follow the address. The back button and links both only change the fragment. */
export function followRoute(window: Window): ReadonlySignal<Route> {
  const route = signal(parseRoute(window.location.hash));
  window.addEventListener('hashchange', () => {
    route.value = parseRoute(window.location.hash);
  });
  return route;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // Typed by hand: taken as it is.
    return text;
  }
}
