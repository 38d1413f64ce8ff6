import type { App } from '../app.ts';

/** What operators look at. */
export function OperatorsPage({ app }: { app: App }) {
  return <h1>{app.person.kind}</h1>;
}
