import type { ConnectionState } from '@jobwire/client';
import { useId, useRef, useState } from 'preact/hooks';

import type { App } from '../app.ts';
import { Icon } from '../controls/icon.tsx';
import { useNow } from '../controls/use-now.ts';
import { FramesDrawer } from './frames-drawer.tsx';
import { useOutage } from './use-outage.ts';
import { connectionText, connectionWords } from './words.ts';

const place = 'jobwire.frames';

const looks = {
  idle: { icon: 'pause', tone: '' },
  connecting: { icon: 'turn', tone: 'accent' },
  live: { icon: 'pulse', tone: 'good' },
  waiting: { icon: 'broken', tone: 'warn' },
} as const satisfies Record<ConnectionState['state'], object>;

/** What the connection is doing, and the way to its frames. */
export function ConnectionStatus({ app }: { app: App }) {
  const words = connectionWords[app.language.value];
  const connection = app.connection.value;
  const now = useNow(connection.state === 'waiting');
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(() => localStorage.getItem(place) === 'open');
  useOutage(app);
  const show = (next: boolean): void => {
    setOpen(next);
    localStorage.setItem(place, next ? 'open' : 'closed');
  };
  const { icon, tone } = looks[connection.state];
  const text = connectionText(connection, words, now);
  return (
    <>
      <button
        type="button"
        class="plain connection"
        ref={button}
        aria-label={words.hint(text)}
        title={words.hint(text)}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => show(!open)}
      >
        <span class={`badge ${tone}`} data-state={connection.state}>
          <Icon name={icon} />
          <span class="connection-words number">{text}</span>
        </span>
      </button>
      {open && (
        <FramesDrawer
          app={app}
          id={id}
          close={() => {
            show(false);
            button.current?.focus();
          }}
        />
      )}
    </>
  );
}
