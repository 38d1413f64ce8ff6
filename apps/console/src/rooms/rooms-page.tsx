import type { App } from '../app.ts';

/** Rooms. */
export function RoomsPage({ app }: { app: App }) {
  return <h1>{app.route.value.id ?? ''}</h1>;
}
