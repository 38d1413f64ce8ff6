import { useId } from 'preact/hooks';

import { userOf } from '../account/person.ts';
import type { App } from '../app.ts';
import { Icon } from '../controls/icon.tsx';
import { NotificationPanel } from './notification-panel.tsx';
import { useNotices } from './use-notices.ts';
import { usePopover } from './use-popover.ts';
import { notificationWords } from './words.ts';

/** The notifications of who has an account. */
export function Bell({ app }: { app: App }) {
  return userOf(app.person) ? <LiveBell app={app} /> : null;
}

function LiveBell({ app }: { app: App }) {
  const words = notificationWords[app.language.value];
  const id = useId();
  const live = useNotices(app);
  const { open, toggle, button, panel } = usePopover();
  const { unread } = live.notices;
  return (
    <div class="bell">
      <button
        type="button"
        class="plain"
        ref={button}
        aria-label={unread === 0 ? words.title : words.unread(unread)}
        title={words.title}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={toggle}
      >
        <Icon name="bell" />
        {unread > 0 && (
          <span class="bell-count number" aria-hidden="true">
            {unread > 99 ? '99+' : unread}
          </span>
        )}
      </button>
      {open && (
        <div class="bell-panel" id={id} ref={panel} role="dialog" aria-label={words.title} tabIndex={-1}>
          <NotificationPanel app={app} live={live} />
        </div>
      )}
    </div>
  );
}
