import type { App } from '../app.ts';

/** What everybody is told. */
export function BroadcastBanner({ app }: { app: App }) {
  return app.person.kind === 'stranger' && !app.settings.strangers ? null : null;
}
