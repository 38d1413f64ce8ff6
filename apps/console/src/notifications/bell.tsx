import { userOf } from '../account/person.ts';
import type { App } from '../app.ts';
import { Icon } from '../controls/icon.tsx';

/** The notifications of who is signed in. */
export function Bell({ app }: { app: App }) {
  if (!userOf(app.person)) return null;
  return (
    <button type="button" class="plain" aria-label="Notifications">
      <Icon name="bell" />
    </button>
  );
}
